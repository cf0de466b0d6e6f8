package dev.sanca.stress.fuzz;

import dev.sanca.Python;
import dev.sanca.stress.fuzz.Program.Node;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Does the steps that contain others. */
final class Blocks {
    /** More counts than the frames of a call hold of its argument. */
    private static final int FRAMES = 12;

    private static final List<Duration> LIMITS =
            List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(1));

    private static final ScheduledExecutorService INTERRUPTER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fuzz-interrupter").factory());

    private final Actor actor;

    Blocks(Actor actor) {
        this.actor = actor;
    }

    /** Does the steps in a block; {@code children} gets the threads that run beside this one. */
    void run(Python py, Node node, List<Child> children) throws Throwable {
        int a = node.step().a();
        int b = node.step().b();
        List<Node> body = node.body();
        switch (node.step().kind()) {
            case TRY -> {
                try {
                    actor.runSteps(py, body);
                } catch (Throwable e) {
                    caught(e);
                }
            }
            case CALLBACK -> callback(py, body, a, b);
            case DETACH ->
                py.detach((Python.AnyDetachedBody<@Nullable Object>) () -> {
                    Actor inner = new Actor(actor.run, actor.code, actor.objects, actor.facts, actor.detached);
                    actor.facts.attachments++;
                    try {
                        Actor.attached(2 + b % 14, p -> inner.runAll(p, body));
                    } finally {
                        inner.ended(true);
                        actor.facts.attachments--;
                    }
                    return null;
                });
            case THREAD -> start(Thread.ofPlatform(), body, a, actor.detached).join(py);
            case VIRTUAL -> start(Thread.ofVirtual(), body, a, actor.detached).join(py);
            case PYTHON_THREAD -> pythonThread(py, body).join(py);
            case PARALLEL -> {
                actor.objects.besides.incrementAndGet();
                children.add(start(b % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual(), body, a, half()));
            }
            case WITHIN -> within(py, body, LIMITS.get(a % LIMITS.size()), b % 2 == 1);
            case INTERRUPT -> interrupt(py, body, a % 4, b);
            default -> throw new AssertionError(node.step().kind());
        }
    }

    /** Waits for the threads beside this one, and takes back their detached references. */
    void join(Python py, List<Child> children) {
        for (Child child : children) {
            child.join(py);
            actor.detached.addAll(child.detached());
            actor.objects.besides.decrementAndGet();
        }
    }

    // ---- exceptions ----

    ThrownByStep thrown() {
        ThrownByStep thrown = new ThrownByStep();
        actor.facts.thrown = thrown;
        actor.facts.exceptions++;
        return thrown;
    }

    private void caught(Throwable thrown) throws Throwable {
        if (thrown instanceof ThrownByStep) {
            Disagreement.unless(thrown == actor.facts.thrown, "an exception came back as another object");
        } else if (!Run.isRaisedByStep(thrown)) {
            throw thrown;
        }
    }

    // ---- Python calls Java ----

    private void callback(Python py, List<Node> body, int a, int b) throws Throwable {
        List<Held> open = actor.scopes.element().open();
        Held argument = a % 2 == 0 || open.isEmpty() ? null : open.get(a % open.size());
        boolean[] threw = {false};
        int[] returned = {-1};
        try (PyCFunction function = py.function("f", (token, arguments, keywords) -> {
                    actor.scopes.push(new OpenedScope(token, false));
                    try {
                        if (argument != null) {
                            actor.hold(arguments.getFirst(), argument.object());
                        }
                        actor.runSteps(token, body);
                        List<Held> left = actor.scopes.element().open();
                        Held result = left.isEmpty() ? null : left.get(b % left.size());
                        returned[0] = result == null ? -1 : result.object();
                        return result == null ? null : result.reference();
                    } catch (Exception | Error e) {
                        threw[0] = true;
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    } finally {
                        actor.endCall();
                    }
                });
                PyAny caller = actor.code.caller(b).bind(py)) {
            if (argument != null) {
                actor.objects.addPossible(argument.object(), FRAMES);
            }
            long exceptions = actor.facts.exceptions;
            boolean isQuiet = false;
            try {
                PyAny result = argument == null ? caller.call(function) : caller.call(function, argument.reference());
                isQuiet = actor.facts.exceptions == exceptions;
                takeResult(py, result, returned[0], threw[0] && actor.code.isSwallowing(b));
            } finally {
                if (argument != null && isQuiet) { // an exception keeps the frames until Java's collector finds it
                    actor.objects.addPossible(argument.object(), -FRAMES);
                }
            }
        }
    }

    private void takeResult(Python py, PyAny result, int returned, boolean isSwallowed) {
        if (returned < 0 || isSwallowed) {
            Disagreement.unless(result.isNone(), "a function returned something in place of None");
            result.close();
            return;
        }
        actor.hold(result, returned);
        try (PyAny expected = actor.objects.bind(py, returned)) {
            Disagreement.unless(result.is(expected), "a function returned another object");
        }
    }

    // ---- threads ----

    private List<Detached> half() {
        List<Detached> half = actor.detached.subList(0, actor.detached.size() / 2);
        List<Detached> moved = new ArrayList<>(half);
        half.clear();
        return moved;
    }

    private Child start(Thread.Builder builder, List<Node> body, int how, List<Detached> detached) {
        Child child = new Child(new CountDownLatch(1), detached);
        builder.name("fuzz-child").start(() -> {
            try {
                actor.run.runThread(new ThreadFacts(), actor.objects, detached, body, how);
            } finally {
                child.done().countDown();
            }
        });
        return child;
    }

    private Child pythonThread(Python py, List<Node> body) {
        Child child = new Child(new CountDownLatch(1), actor.detached);
        Run run = actor.run;
        ThreadFacts facts = new ThreadFacts();
        facts.isInterrupted = true; // Sanca passes no interrupts on to threads that Python started
        Actor other = new Actor(run, actor.code, actor.objects, facts, actor.detached);
        try (PyCFunction function = py.function("f", (token, arguments, keywords) -> {
                    try {
                        other.runAll(token, body);
                    } catch (Throwable e) {
                        run.judge(e);
                    } finally {
                        other.ended(false); // the call returns later
                        child.done().countDown();
                    }
                    return null;
                });
                PyAny start = actor.code.startThread.bind(py);
                PyAny nothing = py.tuple()) {
            start.call(function, nothing).close();
        }
        return child;
    }

    // ---- stops ----

    private void within(Python py, List<Node> body, Duration limit, boolean waits) throws Throwable {
        boolean isShort = limit.toSeconds() == 0;
        actor.facts.exceptions++;
        try {
            py.within(limit, (Python.AnyTimedBody<@Nullable Object>) () -> {
                actor.runSteps(py, body);
                if (waits && isShort) {
                    actor.code.waitForStop(py, limit.toMillisPart());
                }
                return null;
            });
        } catch (TimeoutException e) {
            Disagreement.unless(isShort, "a minute was over at once");
        }
    }

    private void interrupt(Python py, List<Node> body, int millis, int wait) throws Throwable {
        if (actor.facts.isInterrupted) {
            actor.runSteps(py, body);
            return;
        }
        actor.facts.isInterrupted = true;
        actor.facts.exceptions++;
        Future<?> interrupt = INTERRUPTER.schedule(Thread.currentThread()::interrupt, millis, TimeUnit.MILLISECONDS);
        try {
            actor.runSteps(py, body);
            actor.code.waitForStop(py, wait);
        } catch (Throwable e) {
            if (!(e instanceof InterruptedException)) {
                throw e;
            }
        } finally {
            Child.await(() -> {
                while (!interrupt.isDone()) {
                    Thread.sleep(1);
                }
            });
            boolean _ = Thread.interrupted();
            actor.facts.isInterrupted = false;
        }
    }
}
