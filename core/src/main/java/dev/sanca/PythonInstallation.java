package dev.sanca;

import java.nio.file.Path;

/**
 * The Python that a {@link PythonConfig} finds, before it is started.
 *
 * @param version the version, such as {@code "3.14.3"}; only two numbers if only a {@code libpython} was found
 * @param executable the value of {@code sys.executable}
 * @param libpython the shared library
 * @param prefix the value of {@code sys.prefix}
 * @param basePrefix the value of {@code sys.base_prefix}, which differs from {@code prefix} in a virtual environment
 * @param debug whether it is a debug build ({@code Py_DEBUG})
 * @param freeThreaded whether it is a build without a GIL ({@code Py_GIL_DISABLED})
 * @param origin why this Python was chosen, for people to read
 * @see PythonConfig#locate
 */
public record PythonInstallation(
        String version,
        Path executable,
        Path libpython,
        Path prefix,
        Path basePrefix,
        boolean debug,
        boolean freeThreaded,
        String origin) {}
