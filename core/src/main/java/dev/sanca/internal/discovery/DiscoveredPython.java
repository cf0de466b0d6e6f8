package dev.sanca.internal.discovery;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CPython that was found fit to be loaded.
 *
 * @param executable what becomes {@code sys.executable}; that of the virtual environment if there is one
 * @param libpython the shared library to load
 * @param version such as {@code "3.14.3"}; only two numbers if there was only a library to look at
 * @param major such as 3
 * @param minor such as 14
 * @param prefix what {@code sys.prefix} will be
 * @param basePrefix what {@code sys.base_prefix} will be
 * @param home the value to set as {@code PYTHONHOME}; null to let Python find its files by {@code executable}, which a
 *     virtual environment needs
 * @param debug whether it counts references ({@code Py_DEBUG})
 * @param freeThreaded whether it was built without a GIL ({@code Py_GIL_DISABLED})
 * @param extraPaths directories to append to {@code sys.path} unless they are there
 * @param preload shared libraries to load with global visibility before {@code libpython}, in order
 * @param origin why this one was chosen, for people to read
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
