package dev.sanca.programs;

import dev.sanca.Python;

/** Uses Python modules that come with the program, and prints what they say. */
public final class ModulesProgram {
    private ModulesProgram() {}

    /** With an expression of Python, or statements that end with one that prints. */
    public static void main(String[] arguments) {
        try (Python py = Python.attach()) {
            py.run(arguments[0]);
        }
    }
}
