package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.stress.fuzz.Program.Node;
import dev.sanca.types.PyAny;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does steps on one thread while it is attached, and knows the scopes and references that are open there. {@link Blocks} does
 * the steps that contain others.
 */
final class Actor {
    private static final int MANY = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final Run run;
    final PythonCode code;
    final Objects objects;
    final ThreadFacts facts;
    final List<Detached> detached;
    final Deque<OpenedScope> scopes = new ArrayDeque<>();
    private final List<PyAny> closed = new ArrayList<>();
    private List<Integer> waitingAtEnd = List.of();
    private final Misuse misuse = new Misuse(this);
    private final Blocks blocks = new Blocks(this);

    Actor(Run run, PythonCode code, Objects objects, ThreadFacts facts, List<Detached> detached) {
        this.run = run;
        this.code = code;
        this.objects = objects;
        this.facts = facts;
        this.detached = detached;
    }

    /** A body that is to run attached. */
    interface Body {
        void run(Python py) throws Throwable;
    }

    /** Attaches in one of the ways there are. */
    static void attached(int how, Body body) throws Throwable {
        Python.AnyBody<@Nullable Object> any = py -> {
            body.run(py);
            return null;
        };
        switch (how % 16) {
            case 0 -> Python.attachInterruptibly(any);
            case 1 -> {
                Optional<Boolean> ran = Python.<Boolean>tryAttach(PATIENCE, (Python.AnyBody<Boolean>) py -> {
                    body.run(py);
                    return true;
                });
                Disagreement.unless(ran.isPresent(), "the thread was not attached within " + PATIENCE);
            }
            case 2, 3, 4, 5 -> {
                if (Thread.currentThread().isVirtual()) {
                    Python.attach(any);
                } else {
                    try (Python py = Python.attach()) {
                        body.run(py);
                    }
                }
            }
            default -> Python.attach(any);
        }
    }

    /** Does all steps of a token that its caller closes; the references that are open at the end go before that. */
    void runAll(Python py, List<Node> steps) throws Throwable {
        OpenedScope outermost = new OpenedScope(py, false);
        scopes.push(outermost);
        waitingAtEnd = outermost.waiting();
        try {
            runSteps(py, steps);
        } finally {
            while (!outermost.open().isEmpty()) {
                closeHeld(outermost, take(outermost, 0));
            }
            scopes.pop();
        }
    }

    /** The token of {@link #runAll} is closed, or will be at a time unknown. */
    void ended(boolean isClosed) {
        for (int object : waitingAtEnd) {
            objects.add(object, -1);
            objects.addPossible(object, isClosed ? 0 : 1);
        }
    }

    /** Does the steps of a block, then waits for the threads that run beside it and closes its scopes. */
    void runSteps(Python py, List<Node> steps) throws Throwable {
        int depth = scopes.size();
        List<Child> children = new ArrayList<>();
        try {
            for (Node node : steps) {
                if (node.step().kind().isBlock) {
                    blocks.run(py, node, children);
                } else {
                    step(py, node.step(), depth);
                }
                run.spoil(node.step().kind(), objects, py);
            }
        } catch (Disagreement e) {
            run.fail(e); // Python code may catch it
            throw e;
        } finally {
            blocks.join(py, children);
            while (scopes.size() > depth) {
                closeScope();
            }
        }
    }

    private void step(Python py, Step step, int depth) {
        int a = step.a();
        int b = step.b();
        switch (step.kind()) {
            case HOLD -> {
                for (int i = b % 20 == 0 ? MANY : 1; i > 0; i--) {
                    hold(objects.bind(py, a % Objects.SIZE), a % Objects.SIZE);
                }
            }
            case CLOSE -> {
                OpenedScope opened = scope(a);
                for (int i = b % 200 == 0 ? MANY : 1; i > 0 && !opened.open().isEmpty(); i--) {
                    closeHeld(opened, take(opened, b));
                }
            }
            case OPEN -> {
                if (scopes.size() < 12) {
                    scopes.push(new OpenedScope(a % 2 == 0 ? py.scope() : Python.attach(), true));
                }
            }
            case CLOSE_SCOPE -> {
                if (scopes.size() > depth) {
                    closeScope();
                }
            }
            case KEEP -> keep(b);
            case OF, MOVE -> detach(scope(a), b, step.kind() == Kind.MOVE);
            case BIND, MOVE_TO, COPY, CLOSE_PY -> useDetached(py, step);
            case FORGET -> forget(py, a % Objects.SIZE, b % 30);
            case CALL -> call(scope(a), b);
            case PACK -> pack(py, scope(a), b);
            case CHECK -> objects.check(py, a % Objects.SIZE);
            case MISUSE -> misuse.run(py, a, closed.isEmpty() ? null : closed.get(b % closed.size()));
            case COLLECT -> collect(py, a);
            case THROW -> throw blocks.thrown();
            case RAISE -> {
                facts.exceptions++;
                try (PyAny fail = code.fail.bind(py)) {
                    fail.call().close();
                }
                throw new Disagreement("Python raised, and nothing was thrown");
            }
            default -> throw new AssertionError(step.kind());
        }
    }

    // ---- the model ----

    void hold(PyAny reference, int object) {
        scopes.element().open().add(new Held(reference, object));
        objects.add(object, 1);
    }

    OpenedScope scope(int n) {
        return scopes.stream().skip(n % scopes.size()).findFirst().orElseThrow();
    }

    private static Held take(OpenedScope opened, int n) {
        return opened.open().remove(n % opened.open().size());
    }

    private void closeHeld(OpenedScope opened, Held held) {
        Disagreement.unless(held.reference().isAlive(), "an open reference is closed");
        held.reference().close();
        if (isOutsideOfCall(opened)) {
            opened.waiting().add(held.object());
            objects.add(held.object(), 1);
        }
        released(held);
    }

    /** Whether there is a call from Python between a scope and the innermost one. */
    private boolean isOutsideOfCall(OpenedScope opened) {
        for (OpenedScope inner : scopes) {
            if (inner == opened) {
                return false;
            }
            if (!inner.isOwn()) {
                return true;
            }
        }
        throw new AssertionError("no scope of this thread");
    }

    private void released(Held held) {
        objects.add(held.object(), -1);
        if (closed.size() < 1_000) {
            closed.add(held.reference());
        }
    }

    private void closeScope() {
        OpenedScope opened = scopes.pop();
        opened.scope().close();
        ended(opened);
    }

    /** The token of a call ends, and what is open in it. */
    void endCall() {
        ended(scopes.pop());
    }

    private void ended(OpenedScope scope) {
        scope.open().forEach(this::released);
        scope.waiting().forEach(object -> objects.add(object, -1));
    }

    private void keep(int n) {
        OpenedScope inner = scopes.element();
        if (inner.isOwn() && !inner.open().isEmpty()) {
            Held held = take(inner, n);
            inner.scope().keep(held.reference());
            scope(1).open().add(held);
        }
    }

    private void detach(OpenedScope opened, int n, boolean move) {
        if (opened.open().isEmpty()) {
            return;
        }
        if (move) {
            Held held = take(opened, n);
            detached.add(new Detached(Py.move(held.reference()), held.object()));
            if (isOutsideOfCall(opened)) {
                opened.waiting().add(held.object());
                objects.add(held.object(), 1);
            }
            Disagreement.unless(!held.reference().isAlive(), "a moved reference is open");
        } else {
            Held held = opened.open().get(n % opened.open().size());
            detached.add(new Detached(Py.of(held.reference()), held.object()));
            objects.add(held.object(), 1);
        }
    }

    private void useDetached(Python py, Step step) {
        if (detached.isEmpty()) {
            return;
        }
        int n = step.a() % detached.size();
        Detached some = detached.get(n);
        switch (step.kind()) {
            case BIND -> hold(some.reference().bind(py), some.object());
            case MOVE_TO -> {
                detached.remove(n);
                objects.add(some.object(), -1);
                hold(some.reference().moveTo(py), some.object());
            }
            case COPY -> {
                detached.add(new Detached(some.reference().copy(), some.object()));
                objects.add(some.object(), 1);
            }
            default -> {
                detached.remove(n);
                if (step.b() % 2 == 0) {
                    some.reference().close();
                } else {
                    py.detach(some.reference()::close);
                    Python.attach(inner -> null); // decrements what waits in the pool
                }
                objects.add(some.object(), -1);
                Disagreement.unless(!some.reference().isAlive(), "a closed Py is open");
            }
        }
    }

    private void forget(Python py, int object, int times) {
        for (int i = 0; i < times; i++) {
            PyAny dropped = objects.bind(py, object);
            objects.addPossible(object, 1);
            if (i % 10 == 9) {
                objects.addPossible(object, 1);
                Disagreement.unless(Py.of(dropped).isAlive(), "a new Py is closed");
            }
        }
    }

    private void call(OpenedScope opened, int n) {
        if (!opened.open().isEmpty()) {
            Held held = opened.open().get(n % opened.open().size());
            PyAny same = held.reference().callMethod("same");
            hold(same, held.object());
            Disagreement.unless(same.is(held.reference()), "a method returned another object");
        }
    }

    private void pack(Python py, OpenedScope opened, int n) {
        if (!opened.open().isEmpty()) {
            Held held = opened.open().get(n % opened.open().size());
            PyAny some = held.reference();
            try (PyAny list = py.list(some, some, some)) {
                Disagreement.unless(list.len() == 3, "a list of three has not three");
                objects.check(py, held.object(), 3);
            }
        }
    }

    private void collect(Python py, int a) {
        if (a % 50 == 0) {
            System.gc();
            Python.attach(inner -> null);
        } else {
            try (PyAny collect = code.collect.bind(py)) {
                collect.call(a % 50 == 1 ? 2 : 0).close();
            }
        }
    }
}
