package dev.sanca.internal.discovery;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CPython that this process can load.
 *
 * @param executable the value of {@code sys.executable}; in a virtual environment, its executable
 * @param libpython the shared library to load
 * @param version the version, such as {@code "3.14.3"}; only two numbers if only the library was found
 * @param major the first number, 3
 * @param minor the second number, such as 14
 * @param prefix the value of {@code sys.prefix}
 * @param basePrefix the value of {@code sys.base_prefix}
 * @param home the value to set as {@code PYTHONHOME}; null if Python finds its files from {@code executable}, which a
 *     virtual environment needs
 * @param debug whether it is a debug build ({@code Py_DEBUG})
 * @param freeThreaded whether it was built without a GIL ({@code Py_GIL_DISABLED})
 * @param extraPaths directories to append to {@code sys.path} unless it has them
 * @param preload shared libraries to load with global symbols before {@code libpython}, in order
 * @param origin why this Python was chosen, for people to read
 */
public record DiscoveredPython(
        Path executable,
        Path libpython,
        String version,
        int major,
        int minor,
        Path prefix,
        Path basePrefix,
        @Nullable Path home,
        boolean debug,
        boolean freeThreaded,
        List<Path> extraPaths,
        List<Path> preload,
        String origin) {

    /** Copies the lists. */
    public DiscoveredPython {
        extraPaths = List.copyOf(extraPaths);
        preload = List.copyOf(preload);
    }

    /** Returns whether this is a virtual environment. */
    public boolean isVirtual() {
        return !prefix.equals(basePrefix);
    }

    /** Returns whether this is the Python that the program carries in its jars. */
    public boolean isBundled() {
        return origin.equals(Discovery.BUNDLED);
    }

    DiscoveredPython withHome(Path other) {
        return new DiscoveredPython(
                executable,
                libpython,
                version,
                major,
                minor,
                other,
                other,
                other,
                debug,
                freeThreaded,
                extraPaths,
                preload,
                origin);
    }

    DiscoveredPython withExtraPaths(List<Path> others) {
        return new DiscoveredPython(
                executable,
                libpython,
                version,
                major,
                minor,
                prefix,
                basePrefix,
                home,
                debug,
                freeThreaded,
                others,
                preload,
                origin);
    }
}
