package dev.sanca.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The wheels that builds on this machine have downloaded, each in a directory that is named by its hash.
 *
 * <p><b>Thread:</b> any; several builds may use a store at once, since a file appears complete or not at all.
 *
 * @param directory the directory of the store
 * @param python the executable that runs pip; asked for only if something must be downloaded
 * @param offline whether nothing may be downloaded
 */
record WheelStore(Path directory, Supplier<Path> python, boolean offline) {

    /**
     * Returns the file of a wheel that was fetched.
     */
    Path file(LockedWheel wheel) {
        return directory.resolve(wheel.sha256()).resolve(wheel.fileName());
    }

    /**
     * Makes sure that each wheel is in the store and has its hash.
     *
     * @throws PackagesException if one must be downloaded and cannot be, or what the index has is not what was locked
     * @throws IOException if a file cannot be written
     */
    void fetch(LockFile lock, PackagesRequest request) throws IOException {
        Map<String, List<LockedWheel>> missing = new LinkedHashMap<>();
        for (LockedWheel wheel : lock.wheels()) {
            if (!isStored(wheel)) {
                String platform =
                        wheel.platforms().stream().sorted().findFirst().orElseThrow();
                missing.computeIfAbsent(platform, key -> new ArrayList<>()).add(wheel);
            }
        }
        if (offline && !missing.isEmpty()) {
            throw new PackagesException("The build is offline, and these wheels were not downloaded before: "
                    + missing.values().stream()
                            .flatMap(List::stream)
                            .map(LockedWheel::fileName)
                            .collect(Collectors.joining(", "))
                    + ". Run the build once with the network; they are kept in " + directory + ".");
        }
        for (var entry : missing.entrySet()) {
            download(entry.getValue(), TargetPlatform.named(entry.getKey()), request);
        }
    }

    private boolean isStored(LockedWheel wheel) throws IOException {
        Path file = file(wheel);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (Sha256.of(file).equals(wheel.sha256())) {
            return true;
        }
        Files.delete(file); // the disk lost something: it is downloaded again
        return false;
    }

    private void download(List<LockedWheel> wheels, TargetPlatform platform, PackagesRequest request)
            throws IOException {
        Files.createDirectories(directory);
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            List<String> lines = new ArrayList<>(request.requirementsFile()
                    .map(file -> Requirements.read(file).options())
                    .orElse(List.of()));
            wheels.forEach(
                    wheel -> lines.add(wheel.name() + "==" + wheel.version() + " --hash=sha256:" + wheel.sha256()));
            Path requirements = Files.write(work.path().resolve("requirements.txt"), lines);
            List<String> command =
                    new ArrayList<>(List.of(python.get().toString(), "-I", "-m", "pip", "download", "--quiet"));
            command.addAll(List.of(
                    "--no-deps", "--require-hashes", "--dest=" + work.path().resolve("wheels")));
            command.addAll(platform.pipOptions(request.pythonVersion()));
            command.addAll(List.of("-r", requirements.toString()));
            ChildProcess.run("download the wheels that " + request.lockFile() + " names", command);
            for (LockedWheel wheel : wheels) {
                keep(work.path().resolve("wheels").resolve(wheel.fileName()), wheel, request);
            }
        }
    }

    private void keep(Path downloaded, LockedWheel wheel, PackagesRequest request) throws IOException {
        if (!Files.isRegularFile(downloaded) || !Sha256.of(downloaded).equals(wheel.sha256())) {
            throw new PackagesException("The index no longer has " + wheel.fileName() + " with the hash that "
                    + request.lockFile() + " names. Find out why; if it is right, make the lock file anew: "
                    + request.lockCommand());
        }
        Path file = file(wheel);
        Files.createDirectories(file.resolveSibling(""));
        Files.move(downloaded, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
