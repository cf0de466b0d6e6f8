package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes an {@link DiscoveredPython} of a program, by running it. */
final class ByExecutable {
    static final int OLDEST_MINOR = 10;

    private final Answers answers;

    ByExecutable(Answers answers) {
        this.answers = answers;
    }

    DiscoveredPython find(Path program, String origin) {
        if (!Files.isExecutable(program)) {
            throw new PythonConfigException(
                    program + ", " + origin + ", is not executable. Make it so (chmod +x), or name"
                            + " another Python by SANCA_PYTHON or -Dsanca.python.");
        }
        Elf.requireThisMachine(program);
        Answer answer = answers.get(program);
        if (!answer.required("implementation").equals("cpython")) {
            throw new PythonConfigException(program + " is " + answer.required("implementation")
                    + ", not CPython. Name a" + " CPython 3.10 or later by SANCA_PYTHON or -Dsanca.python.");
        }
        requireSupported(program, answer.number("major"), answer.number("minor"), answer.version());
        Path libpython = SharedLibrary.of(program, answer);
        Elf.requireThisMachine(libpython);
        return interpreter(answer, libpython, origin);
    }

    static void requireSupported(Path path, int major, int minor, String version) {
        if (major != 3 || minor < OLDEST_MINOR) {
            throw new PythonConfigException(
                    path + " is Python " + version + "; Sanca needs 3.10 or later. Install a newer"
                            + " Python and name it by SANCA_PYTHON or -Dsanca.python, or use the bundled one (the artifact"
                            + " dev.sanca:sanca-cpython).");
        }
    }

    private static DiscoveredPython interpreter(Answer answer, Path libpython, String origin) {
        return new DiscoveredPython(
                Path.of(answer.required("executable")),
                libpython,
                answer.version(),
                answer.number("major"),
                answer.number("minor"),
                Path.of(answer.required("prefix")).normalize(),
                Path.of(answer.required("base_prefix")).normalize(),
                null,
                answer.flag("Py_DEBUG"),
                answer.flag("Py_GIL_DISABLED"),
                List.of(),
                List.of(),
                origin);
    }
}
