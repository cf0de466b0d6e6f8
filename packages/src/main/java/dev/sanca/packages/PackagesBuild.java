package dev.sanca.packages;

import dev.sanca.internal.discovery.Discovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks the packages of an application, puts them into its jar, and installs them for its developer.
 *
 * <p><b>Thread:</b> one at a time; several builds at once may share a machine.
 */
public final class PackagesBuild {
    private final PackagesRequest request;
    private final Consumer<String> log;
    private final Supplier<Path> python;
    private final WheelStore store;
    private final boolean offline;

    /**
     * Creates a build.
     *
     * @param request what is wanted
     * @param python the executable or virtual environment whose pip is used; empty for the bundled Python
     * @param offline whether the network may not be used
     * @param log gets a line for each thing that is done
     */
    public PackagesBuild(PackagesRequest request, Optional<Path> python, boolean offline, Consumer<String> log) {
        this.request = request;
        this.log = log;
        this.offline = offline;
        this.python = new Supplier<>() {
            private @Nullable Path found;

            @Override
            public Path get() {
                Path result = found == null ? BuildPython.find(python) : found;
                found = result;
                return result;
            }
        };
        this.store = new WheelStore(Discovery.cache().resolve("wheels"), this.python, offline);
    }

    /**
     * Chooses the newest versions that fit together, and writes the lock file.
     *
     * @throws PackagesException if nothing fits, the build is offline, or the lock file cannot be written
     */
    public void lock() {
        if (request.isEmpty()) {
            throw new PackagesException(
                    "There is nothing to lock: the build names no packages and no requirements file.");
        }
        if (offline) {
            throw new PackagesException(
                    "The build is offline, and packages are chosen from an index: lock with the network.");
        }
        Optional<Path> uv = Resolver.findUv();
        log.accept("Choosing packages for " + String.join(", ", request.platforms()) + " by "
                + uv.map(path -> "uv, " + path).orElse("pip"));
        LockFile lock = wrapped(() -> {
            try (WorkDirectory work = new WorkDirectory(Files.createTempDirectory("sanca-lock-"))) {
                return new Resolver(python.get(), uv, work.path()).resolve(request);
            }
        });
        lock.write(request.lockFile());
        log.accept("Locked " + lock.wheels().size() + " wheels in " + request.lockFile());
    }

    /**
     * Writes the locked wheels, the application's Python files and their index to a directory that becomes a jar.
     *
     * @param sources the folder of the application's Python files, {@code src/main/python}; need not exist
     * @param output the directory of the classes
     * @throws PackagesException if the lock file is not there or does not fit the request, a wheel cannot be had, or a file
     *     cannot be written
     */
    public void writeResources(Path sources, Path output) {
        Optional<LockFile> lock = request.isEmpty() ? Optional.empty() : Optional.of(LockFile.read(request));
        wrapped(() -> {
            if (lock.isPresent()) {
                store.fetch(lock.get(), request);
            }
            new ResourceWriter(output).write(request, lock, store, sources);
            return output;
        });
        log.accept("Put " + lock.map(file -> file.wheels().size()).orElse(0) + " wheels into " + output);
    }

    /**
     * Installs the locked packages for this machine into a virtual environment, which is made if it does not exist, and
     * links the application's Python files. An IDE, {@code pytest} or {@code SANCA_PYTHON} can use it.
     *
     * @param sources the folder of the application's Python files; need not exist
     * @param environment the directory of the virtual environment
     * @throws PackagesException if the lock file is not there, does not fit the request or lacks this machine's platform,
     *     or something cannot be had or written
     */
    public void install(Path sources, Path environment) {
        String platform = TargetPlatform.ofThisMachine();
        Optional<LockFile> lock = request.isEmpty() ? Optional.empty() : Optional.of(LockFile.read(request));
        if (lock.isPresent() && !request.platforms().contains(platform)) {
            throw new PackagesException("The lock file has packages for " + String.join(", ", request.platforms())
                    + ", and this machine is " + platform + ". Add it to the platforms, and lock again: "
                    + request.lockCommand());
        }
        wrapped(() -> {
            Path program = environment.resolve("bin/python3");
            if (!Files.exists(program)) {
                ChildProcess.run(
                        "make the virtual environment " + environment,
                        List.of(python.get().toString(), "-m", "venv", environment.toString()));
            }
            if (lock.isPresent()) {
                store.fetch(lock.get(), request);
                pip(program, lock.get().wheels(platform), environment);
            }
            link(sources.toAbsolutePath().normalize(), environment);
            return environment;
        });
        log.accept("Installed into " + environment + "; use it by SANCA_PYTHON or -Dsanca.python");
    }

    private void pip(Path program, List<LockedWheel> wheels, Path environment) throws IOException {
        List<String> lines = new ArrayList<>();
        for (LockedWheel wheel : wheels) {
            lines.add(store.file(wheel).toUri() + " --hash=sha256:" + wheel.sha256());
        }
        Path requirements = Files.write(environment.resolve("sanca-requirements.txt"), lines);
        ChildProcess.run(
                "install the packages into " + environment,
                List.of(
                        program.toString(),
                        "-I",
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-index",
                        "--no-deps",
                        "--require-hashes",
                        "-r",
                        requirements.toString()));
    }

    private static void link(Path sources, Path environment) throws IOException {
        try (Stream<Path> libraries = Files.list(environment.resolve("lib"))) {
            for (Path library : libraries
                    .filter(path -> path.getFileName().toString().startsWith("python"))
                    .toList()) {
                Files.writeString(library.resolve("site-packages/sanca-sources.pth"), sources + "\n");
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T wrapped(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new PackagesException(
                    "A file cannot be read or written: " + e + ". Check the disk and its permissions.", e);
        }
    }
}
