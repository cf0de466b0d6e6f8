package dev.sanca.bundle;

import java.util.Locale;

/** The platforms for which the bundle has a CPython, by the classifiers of its native jars. */
final class Platform {
    private Platform() {}

    /**
     * Returns the classifier of the running JVM.
     *
     * @return a classifier such as {@code "linux-x86_64"}
     * @throws UnsupportedOperationException if this platform is not supported
     */
    static String classifier() {
        return classifier(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static String classifier(String os, String arch) {
        boolean linux = os.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
        if (linux && x64) {
            return "linux-x86_64";
        }
        throw new UnsupportedOperationException(
                "There is no bundled CPython for os.name '" + os + "' and os.arch '" + arch
                        + "', only for Linux on amd64. Install a CPython 3.10 or later with a shared library, and name it by"
                        + " SANCA_PYTHON or -Dsanca.python (an executable, a virtual environment or a libpython).");
    }
}
