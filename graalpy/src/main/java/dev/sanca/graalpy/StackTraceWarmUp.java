package dev.sanca.graalpy;

import java.io.PrintWriter;
import java.io.Writer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Initialises the classes that build stack traces. They are usually first used when the stack has just run out, and a
 * class whose initialiser runs out of stack cannot be used any more.
 */
final class StackTraceWarmUp {
    private StackTraceWarmUp() {}

    static void run(Context context) {
        new IllegalStateException(new StackOverflowError()).printStackTrace(new PrintWriter(Writer.nullWriter()));
        Value call = context.eval("python", "lambda f: f()");
        throwThrough(call, new StackOverflowError());
        throwThrough(call, new IllegalStateException());
        raise(context.eval("python", "lambda: (_ for _ in ()).throw(RecursionError('x'))"));
        raise(context.eval("python", "lambda: 1 // 0"));
    }

    /** Lets a Python exception reach Java uncaught. In Sanca's own calls the glue catches every Python exception. */
    private static void raise(Value function) {
        try {
            function.execute();
        } catch (PolyglotException e) {
            Value guest = e.getGuestObject();
            if (guest == null || !guest.isException()) {
                throw e;
            }
            e.printStackTrace(new PrintWriter(Writer.nullWriter()));
        }
    }

    /** Lets a Java exception pass through Python and back into Java. Sanca's own functions never throw into Python. */
    private static void throwThrough(Value call, Throwable error) {
        try {
            call.execute((ProxyExecutable) arguments -> {
                throw StackTraceWarmUp.<RuntimeException>as(error);
            });
        } catch (PolyglotException e) {
            e.printStackTrace(new PrintWriter(Writer.nullWriter()));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws a checked exception unchanged
    private static <T extends Throwable> T as(Throwable error) throws T {
        throw (T) error;
    }
}
