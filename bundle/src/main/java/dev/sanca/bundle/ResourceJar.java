package dev.sanca.bundle;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;

/**
 * Files below a directory of a jar that only a class loader can open: a jar nested in the executable jar of Spring Boot, or
 * the one jar of a program into which all others were merged.
 *
 * <p>The name of its directory depends on the files and not on the jar, so that each new build of a program uses what an
 * earlier one has unpacked.
 *
 * @param name what is unpacked, for people to read
 * @param url the {@code jar:} URL of any file below the directory
 * @param root the directory in the jar, with a trailing slash
 */
record ResourceJar(String name, URI url, String root) implements FileSource {

    static ResourceJar of(String name, URL url, String root) throws IOException {
        try {
            return new ResourceJar(name, url.toURI(), root);
        } catch (URISyntaxException e) {
            throw new IOException("The class loader names a file by " + url + ", which is no URL", e);
        }
    }

    @Override
    public String key() throws IOException {
        try (JarFiles files = open()) {
            return name + "-" + Long.toUnsignedString(files.hash(), Character.MAX_RADIX);
        }
    }

    @Override
    public JarFiles open() throws IOException {
        URLConnection connection = url.toURL().openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            throw new IOException("The class loader opens " + url + " by a "
                    + connection.getClass().getName()
                    + ", which does not list the files of the jar. Leave that jar out of the program's own archive and put"
                    + " it on the class path as a file.");
        }
        jar.setUseCaches(false); // so that closing the jar closes no jar of the class loader
        return new JarFiles(jar.getJarFile(), root);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
