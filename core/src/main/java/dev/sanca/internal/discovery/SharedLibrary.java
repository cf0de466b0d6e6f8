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
     * Finds it.
     *
     * @throws PythonConfigException if the interpreter was built without one, or it is not installed
     */
    static Path of(Path executable, Answer answer) {
        Set<Path> candidates = candidates(answer);
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(executable, answer, candidates));
    }

    private static Set<Path> candidates(Answer answer) {
        Set<Path> candidates = new LinkedHashSet<>();
        // What the interpreter itself has loaded cannot be wrong.
        answer.path("mapped").ifPresent(candidates::add);
        for (Path directory : directories(answer)) {
            for (String name : names(answer)) {
                candidates.add(directory.resolve(name));
            }
        }
        return candidates;
    }

    private static Set<Path> directories(Answer answer) {
        Set<Path> directories = new LinkedHashSet<>();
        Path base = Path.of(answer.required("base_prefix")).normalize();
        answer.path("LIBDIR").ifPresent(directory -> {
            directories.add(directory);
            answer.text("MULTIARCH").ifPresent(name -> directories.add(directory.resolve(name)));
        });
        answer.text("MULTIARCH")
                .ifPresent(name -> directories.add(base.resolve("lib").resolve(name)));
        // A relocated installation still says in sysconfig where it was built; its own prefix is right.
        directories.add(base.resolve("lib"));
        directories.add(base.resolve("lib64"));
        directories.add(base);
        answer.path("PYTHONFRAMEWORKPREFIX").ifPresent(directories::add);
        answer.path("LIBPL").ifPresent(directories::add);
        return directories;
    }

    private static Set<String> names(Answer answer) {
        Set<String> names = new LinkedHashSet<>();
        for (String variable : List.of("INSTSONAME", "LDLIBRARY")) {
            answer.text(variable).filter(name -> !name.endsWith(".a")).ifPresent(names::add);
        }
        // A program linked statically may have a library beside it nevertheless (Conda, python-build-standalone).
        String version =
                answer.text("LDVERSION").orElseGet(() -> answer.number("major") + "." + answer.number("minor"));
        names.add("libpython" + version + ".so.1.0");
        names.add("libpython" + version + ".so");
        names.add("libpython" + version + ".dylib");
        return names;
    }

    private static PythonConfigException missing(Path executable, Answer answer, Set<Path> candidates) {
        String version = answer.number("major") + "." + answer.number("minor");
        Optional<String> name = answer.text("INSTSONAME").filter(value -> !value.endsWith(".a"));
        if (!answer.flag("Py_ENABLE_SHARED") || name.isEmpty()) {
            return new PythonConfigException(executable + " (Python " + answer.version()
                    + ") is a static build: it has no"
                    + " libpython that a JVM could load. Build it with --enable-shared (pyenv:"
                    + " PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install " + answer.version() + "), or name another"
                    + " Python by SANCA_PYTHON or -Dsanca.python.");
        }
        return new PythonConfigException(executable + " (Python " + answer.version() + ") has a shared library, "
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
