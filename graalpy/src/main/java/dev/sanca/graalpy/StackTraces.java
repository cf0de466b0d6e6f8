package dev.sanca.graalpy;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Initialises what makes a stack trace. A class whose initialisation runs out of stack is lost for the life of the JVM, and
 * these are first used, as a rule, when the stack has just run out.
 */
final class StackTraces {
    private StackTraces() {}

    static void prepare() {
        new IllegalStateException(new StackOverflowError()).printStackTrace(new PrintWriter(Writer.nullWriter()));
    }
}
