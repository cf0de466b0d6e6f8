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
 * <p><b>Thread:</b> any. {@link #install} must allow several threads and several processes at once.
 */
public interface BundledPython {

    /**
     * Makes sure that the files are on disk and says where.
     *
     * <p><b>Cost:</b> unpacks on the first call on a machine (seconds, some hundred megabytes of disk); afterwards a few
     * milliseconds.
     *
     * @param cache the user's cache directory for Sanca; made if missing
     * @return the complete, checked installation
     * @throws IOException if the files cannot be unpacked; the message names the directory and the way out
     * @throws UnsupportedOperationException if there is no build for this platform; the message names it and what to use
     *     instead
     */
    Installation install(Path cache) throws IOException;

    /**
     * An unpacked CPython, a release build with a GIL.
     *
     * @param version three numbers separated by dots, such as {@code "3.14.3"}
     * @param home the base prefix: the directory that holds {@code lib/pythonX.Y}
     * @param prefix the value of {@code sys.prefix}: {@code home}, or that of a virtual environment made on top of it
     * @param executable the program that becomes {@code sys.executable} and can be run by itself
     * @param libpython the shared library to load
     * @param path further directories for {@code sys.path}, in order, for a runtime that does not find them through
     *     {@code prefix} (such as that of a NumPy beside the bundle)
     * @param preload shared libraries to load with global visibility before Python starts, in this order
     */
    record Installation(
            String version,
            Path home,
            Path prefix,
            Path executable,
            Path libpython,
            List<Path> path,
            List<Path> preload) {
        /**
         * Copies the lists.
         *
         * @param version see the record
         * @param home see the record
         * @param prefix see the record
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
