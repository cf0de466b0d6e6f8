package dev.sanca.packages;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses versions and wheels for each platform of a request.
 *
 * <p>uv chooses the versions if there is one on the {@code PATH}, else pip. In both cases pip chooses the file of each
 * version, because it is pip that downloads them.
 *
 * @param python the executable that runs pip
 * @param uv the executable of uv, if there is one
 * @param work an empty directory for files that are needed meanwhile
 */
record Resolver(Path python, Optional<Path> uv, Path work) {

    /** Finds uv on the {@code PATH}. */
    static Optional<Path> findUv() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> List.of(Path.of(directory, "uv"), Path.of(directory, "uv.exe")).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Chooses the wheels of a request.
     *
     * @throws PackagesException if there is no version or no wheel that fits, or the index cannot be reached
     * @throws IOException if a file cannot be written
     */
    LockFile resolve(PackagesRequest request) throws IOException {
        Path script = work.resolve("choose_wheels.py");
        try (InputStream in = Objects.requireNonNull(Resolver.class.getResourceAsStream("choose_wheels.py"))) {
            Files.copy(in, script);
        }
        Map<String, LockedWheel> wheels = new LinkedHashMap<>();
        for (String platform : request.platforms()) {
            for (LockedWheel wheel : choose(request, TargetPlatform.named(platform), script)) {
                wheels.merge(wheel.sha256(), wheel, Resolver::join);
            }
        }
        return new LockFile(LockFile.inputs(request), request.platforms(), List.copyOf(wheels.values()));
    }

    private static LockedWheel join(LockedWheel one, LockedWheel other) {
        TreeSet<String> platforms = new TreeSet<>(one.platforms());
        platforms.addAll(other.platforms());
        return new LockedWheel(one.name(), one.version(), one.fileName(), one.sha256(), platforms);
    }

    private List<LockedWheel> choose(PackagesRequest request, TargetPlatform platform, Path script) throws IOException {
        List<String> requirements = new ArrayList<>(request.packages());
        request.requirementsFile().ifPresent(file -> requirements.add("-r " + file.toAbsolutePath()));
        Path wanted = Files.write(work.resolve(platform.classifier() + ".in"), requirements);
        List<String> command = new ArrayList<>(List.of(python.toString(), "-I", script.toString()));
        command.add(work.resolve(platform.classifier() + ".json").toString());
        command.add(json(platform.markers(request.pythonVersion())));
        command.addAll(platform.pipOptions(request.pythonVersion()));
        command.add(
                "--target=" + work.resolve("target")); // pip wants it for another platform, and writes nothing to it
        if (uv.isPresent()) {
            command.addAll(List.of(
                    "--no-deps", "-r", pins(uv.get(), request, platform, wanted).toString()));
        } else {
            command.addAll(List.of("-r", wanted.toString()));
        }
        List<String> output = ChildProcess.run(
                "choose the packages for " + platform.classifier() + " and Python " + request.pythonVersion()
                        + " (each needs a wheel; a package that exists as source only must be built to a wheel first)",
                command);
        return output.stream()
                .map(line -> line.split("\t", -1))
                .filter(words -> words.length == 5 && words[0].equals("wheel"))
                .map(words -> new LockedWheel(
                        normalized(words[1]),
                        words[2],
                        words[3],
                        words[4],
                        new TreeSet<>(List.of(platform.classifier()))))
                .toList();
    }

    /** Lets uv choose the versions, and returns a requirements file of these. */
    private Path pins(Path program, PackagesRequest request, TargetPlatform platform, Path wanted) throws IOException {
        Path chosen = work.resolve(platform.classifier() + ".txt");
        ChildProcess.run(
                "choose the versions for " + platform.classifier() + " and Python " + request.pythonVersion(),
                List.of(
                        program.toString(),
                        "pip",
                        "compile",
                        "--quiet",
                        "--no-header",
                        "--no-annotate",
                        "--only-binary=:all:",
                        "--python=" + python,
                        "--python-version=" + request.pythonVersion(),
                        "--python-platform=" + platform.uv(),
                        "--output-file=" + chosen,
                        wanted.toString()));
        List<String> lines = new ArrayList<>(request.requirementsFile()
                .map(file -> Requirements.read(file).options())
                .orElse(List.of()));
        lines.addAll(Files.readAllLines(chosen));
        return Files.write(chosen, lines);
    }

    /** Returns the name by which indexes compare packages, as PEP 503 defines it. */
    private static String normalized(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private static String json(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
