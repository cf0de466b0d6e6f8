package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;

/** Starts Python with the options that its arguments name, and prints what Python says of them. */
public final class StartOptionsProgram {
    private StartOptionsProgram() {}

    /** With the names of options, then an expression of Python, which may use {@code sys}, {@code os} and {@code warnings}. */
    public static void main(String[] arguments) {
        PythonConfig.Builder config = PythonConfig.builder();
        for (String option : arguments) {
            switch (option) {
                case "argv" -> config.argv("it's a \\ program.py", "--größe", "two words");
                case "isolated" -> config.isolated();
                case "utf8" -> config.utf8Mode(true);
                case "noUtf8" -> config.utf8Mode(false);
                case "warnings" -> config.warnings("ignore", "error::DeprecationWarning");
                case "hashSeed" -> config.hashSeed(42);
                case "env" -> config.env("GREETING", "grün");
                default -> {}
            }
        }
        try {
            Python.initialize(config.build());
        } catch (PythonConfigException e) {
            System.out.println("refused: " + e.getMessage());
            return;
        }
        try (Python py = Python.attach()) {
            py.run("import os, sys, warnings");
            System.out.println(
                    py.eval("ascii((" + arguments[arguments.length - 1] + "))").str());
        }
    }
}
