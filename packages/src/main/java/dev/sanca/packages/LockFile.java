package dev.sanca.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lock file: what was asked for, and for each platform the wheels that were chosen, with their hashes.
 *
 * <p>It is a requirements file with hashes, which pip, uv and scanners of vulnerabilities read too. What these do not need
 * is in comments that begin with {@code #:}. The same wheels make the same text: everything is in the order of the
 * alphabet, and nothing tells when, where or by which tool it was made.
 *
 * @param inputs the lines that say what was asked for
 * @param platforms the classifiers
 * @param wheels the wheels
 */
record LockFile(List<String> inputs, List<String> platforms, List<LockedWheel> wheels) {
    private static final String HEADER = "sanca lock 1";
    private static final String MARK = "#: ";
    private static final Pattern REQUIREMENT = Pattern.compile("([A-Za-z0-9._-]+)==(\\S+)(?: ; .*)? \\\\");
    private static final Pattern HASH = Pattern.compile("    --hash=sha256:([0-9a-f]{64})(?: \\\\)?");
    private static final Pattern FILE = Pattern.compile("    #: (\\S+) (\\S+\\.whl)");

    LockFile {
        inputs = List.copyOf(inputs);
        platforms = List.copyOf(platforms);
        wheels = List.copyOf(wheels);
    }

    /** Returns the lines that say what a request asks for. */
    static List<String> inputs(PackagesRequest request) {
        List<String> lines = new ArrayList<>();
        lines.add("python " + request.pythonVersion());
        lines.add("platforms " + String.join(" ", request.platforms()));
        request.packages().forEach(requirement -> lines.add("package " + requirement));
        request.requirementsFile()
                .ifPresent(file ->
                        lines.add("requirements " + Requirements.read(file).digest()));
        return lines;
    }

    /**
     * Reads the lock file of a request.
     *
     * @throws PackagesException if there is none, it is damaged, or it was made for another request; the message names the
     *     command that makes it
     */
    static LockFile read(PackagesRequest request) {
        Path file = request.lockFile();
        LockFile lock;
        try {
            lock = parse(Files.readAllLines(file), request);
        } catch (NoSuchFileException e) {
            throw new PackagesException(
                    "There is no lock file " + file + ". Make it, and put it under version control: "
                            + request.lockCommand(),
                    e);
        } catch (IOException e) {
            throw new PackagesException(
                    "The lock file " + file + " cannot be read: " + e.getMessage() + ". Make it anew: "
                            + request.lockCommand(),
                    e);
        }
        List<String> wanted = inputs(request);
        if (!lock.inputs.equals(wanted)) {
            throw new PackagesException("The lock file " + file + " does not fit what the build asks for:"
                    + differences("\n  only in the build:     ", wanted, lock.inputs)
                    + differences("\n  only in the lock file: ", lock.inputs, wanted)
                    + "\nMake it anew: " + request.lockCommand());
        }
        return lock;
    }

    private static String differences(String title, List<String> these, List<String> others) {
        return these.stream()
                .filter(line -> !others.contains(line))
                .map(line -> title + (line.startsWith("requirements ") ? "other lines of the requirements file" : line))
                .collect(Collectors.joining());
    }

    private static LockFile parse(List<String> lines, PackagesRequest request) {
        List<String> inputs = new ArrayList<>();
        List<LockedWheel> wheels = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        String name = "";
        String version = "";
        int files = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher requirement = REQUIREMENT.matcher(line);
            Matcher hash = HASH.matcher(line);
            Matcher file = FILE.matcher(line);
            if (line.startsWith(MARK)) {
                inputs.add(line.substring(MARK.length()));
            } else if (requirement.matches() && files == hashes.size()) {
                name = requirement.group(1);
                version = requirement.group(2);
                hashes.clear();
                files = 0;
            } else if (hash.matches()) {
                hashes.add(hash.group(1));
            } else if (file.matches() && files < hashes.size()) {
                wheels.add(new LockedWheel(
                        name,
                        version,
                        file.group(2),
                        hashes.get(files),
                        new TreeSet<>(List.of(file.group(1).split(",", -1)))));
                files++;
            } else if (!line.isBlank() && !line.stripLeading().startsWith("# ")) {
                throw damaged(request, i + 1);
            }
        }
        if (files != hashes.size() || inputs.isEmpty() || !inputs.removeFirst().equals(HEADER)) {
            throw damaged(request, lines.size());
        }
        return new LockFile(inputs, request.platforms(), wheels);
    }

    private static PackagesException damaged(PackagesRequest request, int line) {
        return new PackagesException(
                "The lock file " + request.lockFile() + " was edited or merged so that it makes no sense" + " at line "
                        + line + ". Make it anew: " + request.lockCommand());
    }

    /** Returns the wheels of a platform. */
    List<LockedWheel> wheels(String platform) {
        return wheels.stream()
                .filter(wheel -> wheel.platforms().contains(platform))
                .toList();
    }

    /**
     * Writes the file. It appears complete or not at all.
     *
     * @throws PackagesException if it cannot be written
     */
    void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(temporary, text());
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PackagesException(
                    "The lock file " + file + " cannot be written: " + e.getMessage()
                            + ". See that its folder can be written.",
                    e);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # The Python packages of this application: a requirements file with hashes, written by sanca-maven-plugin.
                # Keep it under version control, and do not edit it: mvn sanca:lock writes it anew.
                """);
        text.append(MARK).append(HEADER).append('\n');
        inputs.forEach(input -> text.append(MARK).append(input).append('\n'));
        var packages = new TreeMap<String, List<LockedWheel>>();
        for (LockedWheel wheel : wheels) {
            packages.computeIfAbsent(wheel.name() + "==" + wheel.version(), key -> new ArrayList<>())
                    .add(wheel);
        }
        packages.forEach((requirement, files) -> append(text, requirement, files));
        return text.toString();
    }

    private void append(StringBuilder text, String requirement, List<LockedWheel> files) {
        List<LockedWheel> sorted = files.stream()
                .sorted(Comparator.comparing(LockedWheel::fileName))
                .toList();
        TreeSet<String> on = new TreeSet<>();
        sorted.forEach(wheel -> on.addAll(wheel.platforms()));
        text.append(requirement);
        if (!on.containsAll(platforms)) {
            text.append(" ; ")
                    .append(on.stream()
                            .map(platform -> TargetPlatform.named(platform).condition())
                            .collect(Collectors.joining(" or ")));
        }
        sorted.forEach(wheel -> text.append(" \\\n    --hash=sha256:").append(wheel.sha256()));
        sorted.forEach(wheel -> text.append("\n    ")
                .append(MARK)
                .append(String.join(",", new TreeSet<>(wheel.platforms())))
                .append(' ')
                .append(wheel.fileName()));
        text.append('\n');
    }
}
