package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the {@code libpython} that belongs to an interpreter. */
final class SharedLibrary {
    private SharedLibrary() {}

    /**
     * Returns the {@code libpython} of an interpreter.
     *
     * @throws PythonConfigException if the interpreter was built without one, or the library is not installed
     */
    static Path of(Path executable, InterpreterReport report) {
        Set<Path> candidates = candidates(report);
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(executable, report, candidates));
    }

    private static Set<Path> candidates(InterpreterReport report) {
        Set<Path> candidates = new LinkedHashSet<>();
        // The library that the interpreter itself has loaded is the right one.
        report.path("mapped").ifPresent(candidates::add);
        for (Path directory : directories(report)) {
            for (String name : names(report)) {
                candidates.add(directory.resolve(name));
            }
        }
        return candidates;
    }

    private static Set<Path> directories(InterpreterReport report) {
        Set<Path> directories = new LinkedHashSet<>();
        Path base = Path.of(report.required("base_prefix")).normalize();
        report.path("LIBDIR").ifPresent(directory -> {
            directories.add(directory);
            report.text("MULTIARCH").ifPresent(name -> directories.add(directory.resolve(name)));
        });
        report.text("MULTIARCH")
                .ifPresent(name -> directories.add(base.resolve("lib").resolve(name)));
        // sysconfig of a relocated installation still has the directories of the build; sys.base_prefix is right.
        directories.add(base.resolve("lib"));
        directories.add(base.resolve("lib64"));
        directories.add(base);
        report.path("PYTHONFRAMEWORKPREFIX").ifPresent(directories::add);
        report.path("LIBPL").ifPresent(directories::add);
        return directories;
    }

    private static Set<String> names(InterpreterReport report) {
        Set<String> names = new LinkedHashSet<>();
        for (String variable : List.of("INSTSONAME", "LDLIBRARY")) {
            report.text(variable).filter(name -> !name.endsWith(".a")).ifPresent(names::add);
        }
        // A statically linked executable may have a shared library beside it (Conda, python-build-standalone).
        String version =
                report.text("LDVERSION").orElseGet(() -> report.number("major") + "." + report.number("minor"));
        names.add("libpython" + version + ".so.1.0");
        names.add("libpython" + version + ".so");
        names.add("libpython" + version + ".dylib");
        return names;
    }

    private static PythonConfigException missing(Path executable, InterpreterReport report, Set<Path> candidates) {
        String version = report.number("major") + "." + report.number("minor");
        Optional<String> name = report.text("INSTSONAME").filter(value -> !value.endsWith(".a"));
        if (!report.flag("Py_ENABLE_SHARED") || name.isEmpty()) {
            return new PythonConfigException(executable + " (Python " + report.version()
                    + ") is a static build: it has no"
                    + " libpython that a JVM could load. Build it with --enable-shared (pyenv:"
                    + " PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install " + report.version() + "), or name another"
                    + " Python by SANCA_PYTHON or -Dsanca.python.");
        }
        return new PythonConfigException(executable + " (Python " + report.version() + ") has a shared library, "
                + name.get() + ", but it is not installed: looked in "
                + String.join(", ", directories(candidates)) + ". Install it (Debian and Ubuntu: apt install libpython"
                + version + "; Fedora: dnf install python" + version + "-libs), or name it by SANCA_PYTHON or"
                + " -Dsanca.python.");
    }

    private static Set<String> directories(Set<Path> candidates) {
        Set<String> directories = new LinkedHashSet<>();
        candidates.forEach(path -> directories.add(String.valueOf(path.getParent())));
        return directories;
    }
}
