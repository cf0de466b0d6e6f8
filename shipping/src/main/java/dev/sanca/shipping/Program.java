package dev.sanca.shipping;

import dev.sanca.Python;
import dev.sanca.PythonConfig;

/** Says which Python it uses and why, and lets it work. */
public final class Program {
    private Program() {}

    /** Prints three lines. */
    public static void main(String[] args) {
        System.out.println(PythonConfig.discover().locate().origin());
        try (Python py = Python.attach()) {
            System.out.println("Python " + Python.version());
            System.out.println(
                    py.importModule("json").callMethod("dumps", "packed").str());
        }
    }
}
