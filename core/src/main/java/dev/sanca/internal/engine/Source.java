package dev.sanca.internal.engine;

import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and evaluates source code. If globals are null, those of {@code __main__} are used; if locals are null, the globals
 * are.
 */
public final class Source {
    private static final String NO_FILE = "<string>";

    private Source() {}

    /**
     * Returns a new code object, a new reference.
     *
     * @throws IllegalArgumentException if {@code mode} is not a mode of Python's {@code compile}
     */
    public static long compile(ThreadState state, String source, String fileName, String mode) {
        if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single")) {
            throw new IllegalArgumentException(
                    "the mode of compile is \"exec\", \"eval\" or \"single\", not \"" + mode + "\"");
        }
        return Operations.of(state).compile(state, source, fileName, mode);
    }

    /** Compiles and evaluates source code, and returns the result, a new reference. */
    public static long evaluate(
            ThreadState state, String source, String mode, @Nullable PyAny globals, @Nullable PyAny locals) {
        long code = compile(state, source, NO_FILE, mode);
        try {
            return evaluate(state, code, globals, locals);
        } finally {
            Word.decref(code);
        }
    }

    /** Evaluates compiled code, and returns the result, a new reference. */
    public static long evaluate(ThreadState state, PyAny code, @Nullable PyAny globals, @Nullable PyAny locals) {
        long result = evaluate(state, Refs.word(state, code), globals, locals);
        Reference.reachabilityFence(code);
        return result;
    }

    private static long evaluate(ThreadState state, long code, @Nullable PyAny globals, @Nullable PyAny locals) {
        long g = globals == null ? Word.NULL : Refs.word(state, globals);
        long l = locals == null ? Word.NULL : Refs.word(state, locals);
        try {
            return Operations.of(state).evaluate(state, code, g, l);
        } finally {
            Reference.reachabilityFence(globals);
            Reference.reachabilityFence(locals);
        }
    }

    /**
     * Returns statements without the white space with which all lines begin, as {@code textwrap.dedent} does; unchanged, line
     * ends included, if there is none.
     */
    public static String dedent(String statements) {
        String margin = null;
        for (String line : (Iterable<String>) statements.lines()::iterator) {
            if (!line.isBlank()) {
                String indent =
                        line.substring(0, line.length() - line.stripLeading().length());
                margin = margin == null ? indent : common(margin, indent);
                if (margin.isEmpty()) {
                    return statements;
                }
            }
        }
        return margin == null ? statements : statements.replaceAll("(?m)^" + margin, "");
    }

    private static String common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }
}
