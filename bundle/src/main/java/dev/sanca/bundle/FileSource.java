package dev.sanca.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Files that a program carries and that must be on disk: in a jar, in a jar within a jar, in a module of a run-time image.
 * {@link Unpacker} unpacks them.
 *
 * <p><b>Thread:</b> any; each {@link #open} returns another object.
 */
interface FileSource {
    /** Returns what is unpacked, for people to read, such as {@code "numpy"}. */
    String name();

    /**
     * Returns a directory name that changes when the content of the files does.
     *
     * <p><b>Cost:</b> no file is read; each start of a program asks for the name.
     *
     * @throws IOException if the sizes of the files cannot be read
     */
    String key() throws IOException;

    /**
     * Opens the source.
     *
     * @return the files; the caller closes them
     * @throws IOException if the source cannot be read
     */
    Contents open() throws IOException;

    /** The files of an open source. Closed by the code that has opened the source; one thread at a time. */
    interface Contents extends Closeable {
        /** Returns the size in bytes of each file, by its path relative to the source. Directories are not listed. */
        Map<String, Long> sizes() throws IOException;

        /**
         * Returns the content of a file.
         *
         * @param path a path of {@link #sizes}
         * @return a stream that the caller closes
         * @throws IOException if there is no such file, or it cannot be read
         */
        InputStream read(String path) throws IOException;
    }
}
