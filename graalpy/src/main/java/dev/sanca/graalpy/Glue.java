package dev.sanca.graalpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** The functions and constants of {@code glue.py}, by their names there. */
record Glue(
        Value same,
        Value is,
        Value type,
        Value none,
        Value integer,
        Value index,
        Value floating,
        Value bytes,
        Value buffer,
        Value getAttr,
        Value setAttr,
        Value delAttr,
        Value getItem,
        Value next,
        Value end,
        Value missing,
        Value call,
        Value callWithKeywords,
        Value importModule,
        Value compile,
        Value evaluate,
        Value function,
        Value javaObject,
        Value wrapped,
        Value raised,
        Value noStack,
        Value javaError,
        Value throwable,
        Value recursionError,
        Value version,
        Value shutDown) {

    /**
     * Evaluates {@code glue.py} as internal source, whose frames tracebacks do not show.
     *
     * @param raised receives the exceptions that Python functions report
     * @throws IllegalStateException if {@code glue.py} is not in the jar
     */
    static Glue load(Context context, ProxyExecutable raised) {
        Value f = context.eval(Source.newBuilder("python", text(), "<sanca>")
                        .internal(true)
                        .buildLiteral())
                .execute(raised, (ProxyExecutable) Glue::onDaemon);
        return new Glue(
                f.getHashValue("same"),
                f.getHashValue("is"),
                f.getHashValue("type"),
                f.getHashValue("none").execute(),
                f.getHashValue("integer"),
                f.getHashValue("index"),
                f.getHashValue("floating"),
                f.getHashValue("bytes"),
                f.getHashValue("buffer"),
                f.getHashValue("get_attr"),
                f.getHashValue("set_attr"),
                f.getHashValue("del_attr"),
                f.getHashValue("get_item"),
                f.getHashValue("next"),
                f.getHashValue("end"),
                f.getHashValue("missing"),
                f.getHashValue("call"),
                f.getHashValue("call_with_keywords"),
                f.getHashValue("import_module"),
                f.getHashValue("compile"),
                f.getHashValue("evaluate"),
                f.getHashValue("function"),
                f.getHashValue("java_object"),
                f.getHashValue("wrapped"),
                f.getHashValue("Raised"),
                f.getHashValue("no_stack"),
                f.getHashValue("java_error"),
                f.getHashValue("throwable"),
                f.getHashValue("recursion_error"),
                f.getHashValue("version"),
                f.getHashValue("shut_down"));
    }

    /** Calls a function on a daemon thread, so that the threads that it starts are daemons, too. */
    private static @Nullable Object onDaemon(Value... function) {
        if (Thread.currentThread().isDaemon()) {
            function[0].executeVoid();
            return null;
        }
        Thread thread =
                Thread.ofPlatform().daemon().name("sanca-graalpy-parent").start(function[0]::executeVoid);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static String text() {
        try (InputStream in = Glue.class.getResourceAsStream("glue.py")) {
            if (in == null) {
                throw new IllegalStateException("glue.py is missing in the jar of sanca-graalpy. Build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
