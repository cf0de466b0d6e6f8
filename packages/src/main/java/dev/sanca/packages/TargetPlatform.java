package dev.sanca.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A platform for which wheels are chosen.
 *
 * @param classifier Sanca's name, such as {@code "linux-x86_64"}
 * @param tags the platform tags of wheels that fit, the best first
 * @param uv the name for {@code uv --python-platform}
 * @param system the value of {@code platform_system}
 * @param sysPlatform the value of {@code sys_platform}
 * @param machine the value of {@code platform_machine}
 * @see <a href="https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/">Platform compatibility
 *     tags, in the Python Packaging User Guide</a>
 */
record TargetPlatform(
        String classifier, List<String> tags, String uv, String system, String sysPlatform, String machine) {
    /** The oldest glibc that the bundled Python runs on; wheels may ask for this one or an older one. */
    private static final int GLIBC_MINOR = 35;

    private static final List<TargetPlatform> ALL = List.of(
            linux("linux-x86_64", "x86_64"),
            linux("linux-arm64", "aarch64"),
            macos("macosx-arm64", "arm64", "aarch64"),
            macos("macosx-x86_64", "x86_64", "x86_64"),
            new TargetPlatform(
                    "windows-x86_64", List.of("win_amd64"), "x86_64-pc-windows-msvc", "Windows", "win32", "AMD64"));

    /**
     * Returns the platform of this name.
     *
     * @throws PackagesException if there is none
     */
    static TargetPlatform named(String classifier) {
        return ALL.stream()
                .filter(platform -> platform.classifier.equals(classifier.strip()))
                .findFirst()
                .orElseThrow(() -> new PackagesException("'" + classifier + "' is not a platform. Name some of "
                        + ALL.stream().map(TargetPlatform::classifier).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Returns the classifier of the running JVM, whether or not it is one of the platforms here.
     */
    static String ofThisMachine() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String family = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macosx" : "windows";
        return family + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> arch;
                };
    }

    private static TargetPlatform linux(String classifier, String machine) {
        List<String> tags = new ArrayList<>();
        for (int minor = GLIBC_MINOR; minor >= 5; minor--) {
            tags.add("manylinux_2_" + minor + "_" + machine);
        }
        tags.addAll(List.of("manylinux2014_" + machine, "manylinux2010_" + machine, "manylinux1_" + machine));
        tags.add("linux_" + machine);
        return new TargetPlatform(
                classifier, List.copyOf(tags), machine + "-manylinux_2_" + GLIBC_MINOR, "Linux", "linux", machine);
    }

    private static TargetPlatform macos(String classifier, String machine, String uvMachine) {
        return new TargetPlatform(
                classifier,
                List.of("macosx_14_0_" + machine), // pip adds the older versions itself
                uvMachine + "-apple-darwin",
                "Darwin",
                "darwin",
                machine);
    }

    /** The values of the environment markers of PEP 508 that differ between platforms. */
    Map<String, String> markers(String pythonVersion) {
        return Map.of(
                "os_name",
                sysPlatform.equals("win32") ? "nt" : "posix",
                "sys_platform",
                sysPlatform,
                "platform_system",
                system,
                "platform_machine",
                machine,
                "platform_release",
                "",
                "platform_version",
                "",
                "python_version",
                pythonVersion,
                "python_full_version",
                pythonVersion + ".0",
                "implementation_version",
                pythonVersion + ".0");
    }

    /** The condition of a requirement for this platform alone. */
    String condition() {
        return "sys_platform == '" + sysPlatform + "' and platform_machine == '" + machine + "'";
    }

    /** The options by which pip chooses wheels of this platform. */
    List<String> pipOptions(String pythonVersion) {
        List<String> options = new ArrayList<>(List.of(
                "--only-binary=:all:",
                "--implementation=cp",
                "--python-version=" + pythonVersion,
                "--abi=cp" + pythonVersion.replace(".", "")));
        tags.forEach(tag -> options.add("--platform=" + tag));
        return options;
    }
}
