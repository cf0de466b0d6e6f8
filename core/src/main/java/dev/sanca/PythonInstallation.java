package dev.sanca;

import java.nio.file.Path;

/**
 * The Python that a {@link PythonConfig} leads to, before it is started.
 *
 * @param version such as {@code "3.14.3"}
 * @param executable what becomes {@code sys.executable}
 * @param libpython the shared library
 * @param prefix what becomes {@code sys.prefix}
 * @param basePrefix what becomes {@code sys.base_prefix}; differs from {@code prefix} in a virtual environment
 * @param debug whether it is a debug build
 * @param freeThreaded whether it is a build without a GIL
 * @param origin why this one, for people to read
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
