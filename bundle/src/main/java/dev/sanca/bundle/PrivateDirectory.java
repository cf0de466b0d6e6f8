package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Directories from which a program runs code. Whoever can write one can make the program run other code, so it is refused if that
 * is somebody else than this user and the administrator.
 */
final class PrivateDirectory {
    private static final String ADMINISTRATOR = "root";
    private static final Path SELF = Path.of("/proc/self");

    private PrivateDirectory() {}

    /**
     * Creates a directory unless it exists: one in the user's home for this user alone. Another, such as in a container image, may
     * be filled by one user and read by others.
     */
    static void create(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory));
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        if (!isPosix()) {
            return new FileAttribute<?>[0];
        }
        Path home =
                Path.of(System.getProperty("user.home", "")).toAbsolutePath().normalize();
        boolean isInHome = home.getNameCount() > 0 && directory.startsWith(home);
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(isInHome ? "rwx------" : "rwxr-xr-x"))
        };
    }

    /**
     * Checks who can write a directory, if it exists.
     *
     * @throws IOException if somebody else can; the message says who, and what to do
     */
    static void check(Path directory) throws IOException {
        if (!isPosix() || !Files.exists(directory)) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(directory, PosixFileAttributes.class);
        Set<PosixFilePermission> permissions = attributes.permissions();
        String owner = attributes.owner().getName();
        String group = attributes.group().getName();
        String self = Files.exists(SELF) ? Files.getOwner(SELF).getName() : System.getProperty("user.name", "");
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refusal(directory, "every user", "chmod o-w " + directory);
        }
        // Many systems give each user a group of the same name.
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !group.equals(ADMINISTRATOR)
                && !group.equals(self)) {
            throw refusal(directory, "the group " + group, "chmod g-w " + directory);
        }
        if (!owner.equals(ADMINISTRATOR) && !owner.equals(self)) {
            throw refusal(directory, "its owner " + owner + ", who is not this user (" + self + "),", "copy it");
        }
    }

    private static IOException refusal(Path directory, String who, String how) {
        return new IOException(directory + " is not used, because code in it runs as this user, and " + who
                + " can write it. If you trust what is in it, " + how
                + "; or choose another directory by -Dsanca.cache=DIRECTORY.");
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
