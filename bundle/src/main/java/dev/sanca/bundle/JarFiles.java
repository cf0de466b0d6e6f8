package dev.sanca.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The files below a directory of an open jar.
 *
 * @param jar the jar, owned: {@link #close} closes it
 * @param root the directory in the jar, with a trailing slash
 */
record JarFiles(JarFile jar, String root) implements FileSource.Contents {
    /** The parameters of the 64-bit FNV-1a hash, which tells one content from another and is no protection. */
    private static final long FNV_START = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    @Override
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (isFile(entry)) {
                sizes.put(entry.getName().substring(root.length()), entry.getSize());
            }
        }
        return sizes;
    }

    @Override
    public InputStream read(String path) throws IOException {
        JarEntry entry = jar.getJarEntry(root + path);
        if (entry == null) {
            throw new FileNotFoundException(jar.getName() + "!/" + root + path);
        }
        return jar.getInputStream(entry);
    }

    /** Returns a number that changes with the name, the size or the checksum of any file; reads no content. */
    long hash() {
        long hash = FNV_START;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (isFile(entry)) {
                hash = (hash ^ entry.getName().hashCode()) * FNV_PRIME;
                hash = (hash ^ entry.getSize()) * FNV_PRIME;
                hash = (hash ^ entry.getCrc()) * FNV_PRIME;
            }
        }
        return hash;
    }

    private boolean isFile(JarEntry entry) {
        return !entry.isDirectory() && entry.getName().startsWith(root);
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
