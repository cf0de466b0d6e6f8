package dev.sanca.graalpy;

import java.io.PrintWriter;
import java.io.Writer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Initialises what makes a stack trace. A class whose initialisation runs out of stack is lost for the life of the JVM, and
 * these are first used, as a rule, when the stack has just run out.
 */
final class StackTraces {
    private StackTraces() {}

    static void prepare(Context context) {
        new IllegalStateException(new StackOverflowError()).printStackTrace(new PrintWriter(Writer.nullWriter()));
        Value call = context.eval("python", "lambda f: f()");
        throwThrough(call, new StackOverflowError());
        throwThrough(call, new IllegalStateException());
        raise(context.eval("python", "lambda: (_ for _ in ()).throw(RecursionError('x'))"));
        raise(context.eval("python", "lambda: 1 // 0"));
    }

    /** Lets Java see a Python exception, which Sanca's page of Python else catches. */
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

    /** Lets Python see a Java exception, which Sanca's own functions never let it see, and Java see it come back. */
    private static void throwThrough(Value call, Throwable error) {
        try {
            call.execute((ProxyExecutable) arguments -> {
                throw StackTraces.<RuntimeException>as(error);
            });
        } catch (PolyglotException e) {
            e.printStackTrace(new PrintWriter(Writer.nullWriter()));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws an error as it is
    private static <T extends Throwable> T as(Throwable error) throws T {
        throw (T) error;
    }
}
