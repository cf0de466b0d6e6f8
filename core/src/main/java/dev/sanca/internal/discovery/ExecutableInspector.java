package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the {@link DiscoveredPython} of an executable by running it. */
final class ExecutableInspector {
    static final int OLDEST_MINOR = 10;

    private final InterpreterCache cache;

    ExecutableInspector(InterpreterCache cache) {
        this.cache = cache;
    }

    /**
     * Inspects an executable.
     *
     * @param program the executable
     * @param origin why it was chosen, for messages
     * @throws PythonConfigException if it is no CPython that this process can load
     */
    DiscoveredPython find(Path program, String origin) {
        if (!Files.isExecutable(program)) {
            throw new PythonConfigException(
                    program + ", " + origin + ", is not executable. Make it so (chmod +x), or name"
                            + " another Python by SANCA_PYTHON or -Dsanca.python.");
        }
        ElfHeader.requireThisMachine(program);
        InterpreterReport report = cache.get(program);
        if (!report.required("implementation").equals("cpython")) {
            throw new PythonConfigException(program + " is " + report.required("implementation")
                    + ", not CPython. Name a" + " CPython 3.10 or later by SANCA_PYTHON or -Dsanca.python.");
        }
        requireSupported(program, report.number("major"), report.number("minor"), report.version());
        Path libpython = SharedLibrary.of(program, report);
        ElfHeader.requireThisMachine(libpython);
        return describe(report, libpython, origin);
    }

    /**
     * Throws if a version is not supported.
     *
     * @throws PythonConfigException if the version is older than 3.10
     */
    static void requireSupported(Path path, int major, int minor, String version) {
        if (major != 3 || minor < OLDEST_MINOR) {
            throw new PythonConfigException(
                    path + " is Python " + version + "; Sanca needs 3.10 or later. Install a newer"
                            + " Python and name it by SANCA_PYTHON or -Dsanca.python, or use the bundled one (the artifact"
                            + " dev.sanca:sanca-cpython).");
        }
    }

    private static DiscoveredPython describe(InterpreterReport report, Path libpython, String origin) {
        return new DiscoveredPython(
                Path.of(report.required("executable")),
                libpython,
                report.version(),
                report.number("major"),
                report.number("minor"),
                Path.of(report.required("prefix")).normalize(),
                Path.of(report.required("base_prefix")).normalize(),
                null,
                report.flag("Py_DEBUG"),
                report.flag("Py_GIL_DISABLED"),
                List.of(),
                List.of(),
                origin);
    }
}
