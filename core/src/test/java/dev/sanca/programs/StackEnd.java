package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyCFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attaches, detaches and calls at each distance from the end of a thread's stack, and looks whether another thread can attach
 * afterwards, and the thread itself. {@code main} takes the size of the stacks in KiB, {@code virtual} or {@code python} for
 * other kinds of threads, then how many frames from the end it begins, ends and goes at a time, then names of operations.
 */
public final class StackEnd {
    /** What is tried; {@code token} is that of the thread, if it is attached before. */
    @FunctionalInterface
    private interface Operation {
        void run(@Nullable Python token) throws Exception;
    }

    /** The same with whether it begins attached, or was attached before. */
    private record Kind(String before, Operation operation) {}

    private static final Map<String, Kind> OPERATIONS = new LinkedHashMap<>();
    private static final long PATIENCE_MILLIS = 20_000;

    static {
        OPERATIONS.put("attach", new Kind("new", token -> Python.attach().close()));
        OPERATIONS.put("attach with a body", new Kind("new", token -> Python.attach(StackEnd::evaluate)));
        OPERATIONS.put(
                "tryAttach",
                new Kind("new", token -> Python.tryAttach().orElseThrow().close()));
        OPERATIONS.put("tryAttach with a body", new Kind("new", token -> Python.tryAttach(StackEnd::evaluate)));
        OPERATIONS.put(
                "attach again", new Kind("known", token -> Python.attach().close()));
        OPERATIONS.put("attach again and evaluate", new Kind("known", token -> {
            try (Python py = Python.attach()) {
                evaluate(py);
            }
        }));
        OPERATIONS.put("detach", new Kind("attached", token -> there(token).detach(() -> {})));
        OPERATIONS.put(
                "detach and attach",
                new Kind("attached", token -> there(token).detach(() -> Python.attach(StackEnd::evaluate))));
        OPERATIONS.put("nested attach", new Kind("attached", token -> {
            try (Python py = Python.attach()) {
                evaluate(py);
            }
        }));
        OPERATIONS.put("nested attach with a body", new Kind("attached", token -> Python.attach(StackEnd::evaluate)));
        OPERATIONS.put("scope", new Kind("attached", token -> {
            try (Scope scope = there(token).scope()) {
                there(token).eval("object()");
            }
        }));
        OPERATIONS.put("call from Python", new Kind("attached", token -> {
            try (PyCFunction function = there(token).function("f", (py, arguments, keywords) -> evaluate(py))) {
                function.call().close();
            }
        }));
        OPERATIONS.put("call from Python that detaches", new Kind("attached", token -> {
            try (PyCFunction function = there(token)
                    .function("f", (py, arguments, keywords) -> py.detach(() -> Python.attach(StackEnd::evaluate)))) {
                function.call().close();
            }
        }));
    }

    private static int level;
    private static volatile int deepest;

    private StackEnd() {}

    private static Python there(@Nullable Python token) {
        if (token == null) {
            throw new AssertionError("the thread is not attached");
        }
        return token;
    }

    private static long evaluate(Python py) {
        return py.eval("2 + 3").asLong();
    }

    private static void at(int depth, Runnable action) {
        level = depth;
        if (depth == 0) {
            action.run();
        } else {
            at(depth - 1, action);
        }
    }

    /** Runs an operation so many frames from the end of this thread's stack; what became of it. */
    private static String attempt(Kind kind, int fromEnd) throws Exception {
        Python token = null;
        switch (kind.before) {
            case "known" -> Python.attach(StackEnd::evaluate);
            case "attached" -> token = Python.attach();
            default -> {}
        }
        String[] outcome = {"no stack to begin"};
        Python held = token;
        try {
            at(Math.max(0, deepest - fromEnd), () -> {
                try {
                    kind.operation.run(held);
                    outcome[0] = "done";
                } catch (StackOverflowError | PythonException failed) {
                    outcome[0] = failed.getClass().getSimpleName();
                } catch (Exception failed) {
                    outcome[0] = "unexpected " + failed;
                }
            });
        } catch (StackOverflowError e) {
            outcome[0] = "no stack to begin";
        }
        if (token != null && evaluate(token) != 5 || Python.attach(StackEnd::evaluate) != 5) {
            outcome[0] = "unexpected result afterwards";
        }
        if (token != null) {
            token.close();
        }
        if (ThreadState.attachedOrNull() != null) {
            outcome[0] = "unexpected: attached afterwards";
        }
        return outcome[0];
    }

    private static void sweep(String threads, String name, int from, int to, int step) throws InterruptedException {
        Kind kind = OPERATIONS.get(name);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (int fromEnd = from; fromEnd < to; fromEnd += step) {
            String[] outcome = new String[1];
            int frames = fromEnd;
            boolean isFirst = fromEnd == from; // to look each time would take most of the time
            Runnable attempt = () -> {
                try {
                    if (isFirst) {
                        try {
                            at(Integer.MAX_VALUE, () -> {});
                        } catch (StackOverflowError e) {
                            deepest = Integer.MAX_VALUE - level;
                        }
                    }
                    outcome[0] = attempt(kind, frames);
                } catch (Throwable e) {
                    outcome[0] = "unexpected " + e;
                }
            };
            Thread deep = threads.equals("virtual")
                    ? Thread.ofVirtual().start(attempt)
                    : Thread.ofPlatform()
                            .stackSize(Long.parseLong(threads) << 10)
                            .start(attempt);
            deep.join(PATIENCE_MILLIS);
            Thread other = Thread.ofPlatform().daemon().start(() -> Python.attach(StackEnd::evaluate));
            other.join(PATIENCE_MILLIS);
            if (deep.isAlive() || other.isAlive() || outcome[0] == null || outcome[0].startsWith("unexpected")) {
                System.out.println(name + ", " + frames + " frames from the end: " + outcome[0]
                        + (deep.isAlive() ? ", hangs" : "") + (other.isAlive() ? ", the GIL is kept" : ""));
                Runtime.getRuntime().halt(1);
            }
            outcomes.merge(outcome[0], 1, Integer::sum);
        }
        System.out.println(name + ": " + outcomes);
    }

    /** Attaches for the first time in this JVM, so many frames from the end of a thread's stack. */
    private static void first(int kib, int fromEnd) throws InterruptedException {
        String[] outcome = {"no stack to begin"};
        Thread.ofPlatform()
                .stackSize((long) kib << 10)
                .start(() -> {
                    try {
                        at(Integer.MAX_VALUE, () -> {});
                    } catch (StackOverflowError e) {
                        deepest = Integer.MAX_VALUE - level;
                    }
                    try {
                        at(Math.max(0, deepest - fromEnd), () -> {
                            Python.attach(StackEnd::evaluate);
                            outcome[0] = "done";
                        });
                    } catch (StackOverflowError | PythonException e) {
                        outcome[0] = e.toString();
                    }
                })
                .join();
        System.out.println(outcome[0]);
        if (Python.attach(StackEnd::evaluate) == 5) {
            System.out.println("passed");
        }
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 2) {
            first(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            return;
        }
        Python.attach(StackEnd::evaluate);
        for (int i = 0; i < 20_000; i++) { // a level is of the same size from here on
            at(10, () -> {});
        }
        for (String name : args.length > 4 ? Arrays.asList(args).subList(4, args.length) : OPERATIONS.keySet()) {
            boolean isVirtual = args[0].equals("virtual");
            if (!isVirtual || OPERATIONS.get(name).before.equals("new") && name.endsWith("body")) {
                sweep(args[0], name, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            }
        }
        System.out.println("passed");
    }
}
