package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The C library of a process, and whether a libpython can be loaded with it. Reads files only: no native function is called,
 * so that a problem is found before anything fails.
 *
 * @param file the library, as the kernel names it among the mapped files
 * @param isMusl whether it is musl, as on Alpine, and not glibc
 */
record CLibrary(Path file, boolean isMusl) {
    private static final String GLIBC = "libc.so.6";
    private static final String PREFIX = "GLIBC_";

    /** The C library of this process; empty if this is not Linux, or another C library. */
    static Optional<CLibrary> ofProcess() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return of(lines);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The C library among the mapped files of a process, which are lines of {@code /proc/PID/maps}. */
    static Optional<CLibrary> of(Stream<String> maps) {
        return maps.map(line -> line.substring(Math.max(0, line.indexOf('/'))))
                .map(Path::of)
                .flatMap(path -> named(path).stream())
                .findFirst();
    }

    private static Optional<CLibrary> named(Path path) {
        String name = path.toFile().getName();
        boolean isMusl = name.startsWith("ld-musl-") || name.startsWith("libc.musl-");
        return isMusl || name.equals(GLIBC) || name.matches("libc-2\\.\\d+\\.so")
                ? Optional.of(new CLibrary(path, isMusl))
                : Optional.empty();
    }

    /**
     * Throws if the system's loader would refuse a library because of the C library.
     *
     * @throws PythonConfigException if the library is made for another C library, or for a newer glibc
     */
    void requireFit(Path libpython) {
        ElfVersions.read(libpython).ifPresent(versions -> requireFit(libpython, versions));
    }

    private void requireFit(Path libpython, ElfVersions versions) {
        boolean forMusl = versions.needed().stream().anyMatch(name -> name.startsWith("libc.musl-"));
        boolean forGlibc = versions.needed().contains(GLIBC);
        if (isMusl && forGlibc) {
            throw new PythonConfigException(libpython + " is built for glibc, but this JVM runs on musl, the C library"
                    + " of Alpine Linux. The bundled Python needs glibc 2.35 or later: use an image of Debian 12, Ubuntu"
                    + " 22.04 or later. Or install the system's Python (Alpine: apk add python3) and name it by"
                    + " SANCA_PYTHON=/usr/bin/python3.");
        }
        if (!isMusl && forMusl) {
            throw new PythonConfigException(libpython + " is built for musl, but this JVM runs on glibc. Name a Python"
                    + " of this system by SANCA_PYTHON or -Dsanca.python.");
        }
        if (!isMusl) {
            requireGlibc(libpython, versions);
        }
    }

    private void requireGlibc(Path libpython, ElfVersions versions) {
        for (Map.Entry<String, Set<String>> library : versions.required().entrySet()) {
            Path installed = library.getKey().equals(GLIBC) ? file : file.resolveSibling(library.getKey());
            Optional<ElfVersions> present = ElfVersions.read(installed);
            Optional<String> missing = library.getValue().stream()
                    .filter(version -> version.startsWith(PREFIX))
                    .filter(version ->
                            present.isPresent() && !present.get().defined().contains(version))
                    .max(BY_NUMBER);
            if (missing.isPresent()) {
                throw new PythonConfigException(libpython + " needs glibc "
                        + missing.get().substring(PREFIX.length()) + " or later, and this system has "
                        + version()
                        + ". Use a newer system (Debian 12, Ubuntu 22.04, Fedora 36 or later, not RHEL 9), or"
                        + " install a Python 3.10 or later of this one and name it by SANCA_PYTHON or -Dsanca.python.");
            }
        }
    }

    /** Returns the version of glibc, such as {@code 2.36}: the latest for which it defines symbols. */
    String version() {
        return ElfVersions.read(file).stream()
                .flatMap(versions -> versions.defined().stream())
                .filter(version -> version.matches(PREFIX + "[0-9.]+"))
                .max(BY_NUMBER)
                .map(version -> version.substring(PREFIX.length()))
                .orElse("an unknown version");
    }

    /** The order of versions such as {@code GLIBC_2.4} and {@code GLIBC_2.35}. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
            version -> List.of(version.substring(PREFIX.length()).split("\\.", -1)), CLibrary::compare);

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(Integer.parseInt(one.get(i)), Integer.parseInt(other.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
