package dev.sanca.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which packages an application wants, for which platforms, and where its lock file is.
 *
 * @param packages requirements as for {@code pip install}, such as {@code "six"} or {@code "numpy==2.4.2"}
 * @param requirementsFile a file of requirements for pip, with index options if need be
 * @param platforms {@code linux-x86_64}, {@code linux-arm64}, {@code macosx-arm64}, {@code macosx-x86_64} or {@code
 *     windows-x86_64}; at least one
 * @param pythonVersion the first two numbers of the version of the Python that the application runs, such as {@code "3.14"}
 * @param lockFile the lock file, which need not exist
 * @param lockCommand the command that writes the lock file, for messages
 */
public record PackagesRequest(
        List<String> packages,
        Optional<Path> requirementsFile,
        List<String> platforms,
        String pythonVersion,
        Path lockFile,
        String lockCommand) {
    /** The version of the bundled Python, which this version of Sanca's artifacts have. */
    public static final String BUNDLED_VERSION = "3.14";

    /** The platforms that are meant where none is named: those for which there is a bundled Python. */
    public static final List<String> DEFAULT_PLATFORMS = List.of("linux-x86_64");

    /**
     * Creates a request, with packages and platforms in the order of the alphabet.
     *
     * @param packages see the record
     * @param requirementsFile see the record
     * @param platforms see the record
     * @param pythonVersion see the record
     * @param lockFile see the record
     * @param lockCommand see the record
     * @throws PackagesException if a platform is unknown, the version has another form, or a requirement is empty or has
     *     more than one line
     */
    public PackagesRequest {
        packages = packages.stream().map(String::strip).sorted().distinct().toList();
        platforms = platforms.stream()
                .map(name -> TargetPlatform.named(name).classifier())
                .sorted()
                .distinct()
                .toList();
        for (String requirement : packages) {
            if (requirement.isEmpty()
                    || requirement.startsWith("-")
                    || requirement.lines().count() > 1) {
                throw new PackagesException(
                        "'" + requirement + "' is not a package as pip install takes it, such as six or"
                                + " numpy==2.4.2. Options belong into a requirements file.");
            }
        }
        if (platforms.isEmpty() || !pythonVersion.matches("\\d+\\.\\d+")) {
            throw new PackagesException("packages are locked for one platform or more, and for a Python version such as"
                    + " 3.14, not for " + platforms + " and '" + pythonVersion + "'");
        }
    }

    boolean isEmpty() {
        return packages.isEmpty() && requirementsFile.isEmpty();
    }
}
