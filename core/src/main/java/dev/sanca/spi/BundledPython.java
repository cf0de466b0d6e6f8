package dev.sanca.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CPython that travels with the program as jars and is unpacked on first use.
 *
 * <p>Found by {@link java.util.ServiceLoader}; interpreter discovery asks it when neither the program nor the
 * environment names a Python. The artifact {@code dev.sanca:sanca-cpython} provides one.
 *
 * <p><b>Thread:</b> any. Implementations must allow {@link #install()} from several threads and several processes at
 * once.
 */
public interface BundledPython {

    /**
     * Returns the version of the bundled CPython, such as {@code "3.14.3"}.
     *
     * @return three numbers separated by dots
     */
    String version();

    /**
     * Makes sure that the files are on disk and says where.
     *
     * <p><b>Cost:</b> unpacks on the first call on a machine (seconds, some hundred megabytes of disk); afterwards a few
     * milliseconds.
     *
     * @return the complete, checked installation
     * @throws IOException if the files cannot be unpacked; the message names the directory and the way out
     * @throws UnsupportedOperationException if there is no build for this platform; the message names it and what to use
     *     instead
     */
    Installation install() throws IOException;

    /**
     * An unpacked CPython.
     *
     * @param home the value for {@code PYTHONHOME}: the directory that holds {@code lib/pythonX.Y}
     * @param executable the program that becomes {@code sys.executable} and can be run by itself
     * @param libpython the shared library to load
     * @param path further directories for {@code sys.path}, such as that of a NumPy found beside the bundle; in order
     * @param preload shared libraries to load with global visibility before Python starts, in this order
     */
    record Installation(Path home, Path executable, Path libpython, List<Path> path, List<Path> preload) {
        /**
         * Copies the lists.
         *
         * @param home see the record
         * @param executable see the record
         * @param libpython see the record
         * @param path see the record
         * @param preload see the record
         */
        public Installation {
            path = List.copyOf(path);
            preload = List.copyOf(preload);
        }
    }
}
