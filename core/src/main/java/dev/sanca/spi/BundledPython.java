package dev.sanca.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CPython that a program carries in its jars and that is unpacked at the first use.
 *
 * <p>Sanca finds it with {@link java.util.ServiceLoader}, and uses it if neither the program nor the environment names
 * a Python. The artifact {@code dev.sanca:sanca-cpython} provides one.
 *
 * <p><b>Thread:</b> any. Several threads and several processes may call {@link #install} at once.
 */
public interface BundledPython {

    /**
     * Unpacks the files, if they are not on disk, and returns where they are.
     *
     * <p><b>Cost:</b> the first call on a machine unpacks some hundred megabytes, which takes seconds; later calls take
     * a few milliseconds.
     *
     * @param cache the user's cache directory for Sanca, which is created if it does not exist
     * @return the complete, checked installation
     * @throws IOException if the files cannot be unpacked; the message names the directory and the fix
     * @throws UnsupportedOperationException if there is no build for this platform; the message names the platform and
     *     what to use instead
     */
    Installation install(Path cache) throws IOException;

    /**
     * Returns the virtual environment into which the user installs packages, and creates it if it does not exist. All
     * programs with this bundled Python find these packages, unless they have packages of their own in their jars.
     *
     * <p><b>Cost:</b> that of {@link #install}.
     *
     * @param cache the user's cache directory for Sanca, which is created if it does not exist
     * @return an installation whose executable runs pip in that environment
     * @throws IOException if the files cannot be written; the message names the directory and the fix
     * @throws UnsupportedOperationException if there is no build for this platform, or the bundle has no such environment
     */
    default Installation userEnvironment(Path cache) throws IOException {
        throw new UnsupportedOperationException("this bundled Python has no environment for packages of the user."
                + " Make a virtual environment with it, and name that by SANCA_PYTHON or -Dsanca.python");
    }

    /**
     * An unpacked CPython: a release build with a GIL.
     *
     * @param version three numbers separated by dots, such as {@code "3.14.3"}
     * @param home the base prefix: the directory that holds {@code lib/pythonX.Y}
     * @param prefix the value of {@code sys.prefix}: {@code home}, or a virtual environment over it
     * @param executable the value of {@code sys.executable}, a program that can be run by itself
     * @param libpython the shared library to load
     * @param path further directories for {@code sys.path}, in order, for a runtime that does not find them through
     *     {@code prefix}, such as that of a NumPy beside the bundle
     * @param preload shared libraries to load with global symbols before Python starts, in this order
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
         * Creates an installation with copies of the lists.
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
