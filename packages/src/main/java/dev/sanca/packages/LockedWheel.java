package dev.sanca.packages;

import java.util.Set;

/**
 * A wheel that a lock file names.
 *
 * @param name the normalized name of the package
 * @param version the version
 * @param fileName the name of the file
 * @param sha256 the hash of the file, 64 hexadecimal digits
 * @param platforms the classifiers of the platforms that use it
 */
record LockedWheel(String name, String version, String fileName, String sha256, Set<String> platforms) {
    LockedWheel {
        platforms = Set.copyOf(platforms);
    }
}
