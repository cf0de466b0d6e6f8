package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random operations against a simple model: which references and scopes are open, and how many counts each object must
 * have. Python's own counts are compared again and again. Give a seed with {@code -Dsanca.test.seed}.
 */
@ExtendWith(OwnershipExtension.class)
class RandomOwnershipTest {
    private static final int OBJECTS = 5;
    private static final int STEPS = 20_000;

    /** A scope, and the references that the model says are open in it. */
    private record OpenedScope(Scope scope, List<Held> open) {}

    private record Held(PyAny reference, int object) {}

    private record Detached(Py<PyAny> reference, int object) {}

    private final Random random;
    private final List<PyAny> objects = new ArrayList<>();
    private final long[] before = new long[OBJECTS];
    private final Deque<OpenedScope> scopes = new ArrayDeque<>();
    private final List<Detached> detached = new ArrayList<>();
    private final List<PyAny> closed = new ArrayList<>();
    private final long[] forgotten = new long[OBJECTS];

    RandomOwnershipTest() {
        long seed = Long.getLong("sanca.test.seed", System.nanoTime());
        System.out.println("RandomOwnershipTest seed " + seed);
        random = new Random(seed);
    }

    @Test
    void countsAgreeWithTheModelAfterEveryFewSteps() {
        try (Python py = Python.attach()) {
            for (int i = 0; i < OBJECTS; i++) {
                objects.add(py.eval("type('T', (), {})()"));
                before[i] = RefCounts.of(py, objects.get(i));
            }
            scopes.push(new OpenedScope(py, new ArrayList<>()));
            for (int step = 0; step < STEPS; step++) {
                step(py);
                if (step % 500 == 0) {
                    check(py);
                }
            }
            while (scopes.size() > 1) {
                closeLevel();
            }
            check(py);
            detached.forEach(d -> d.reference().close());
            detached.clear();
            scopes.getFirst().open().forEach(held -> held.reference().close());
            scopes.getFirst().open().clear();
            check(py);
        }
        Python.attach(py -> null); // decrements the counts that were dropped last
    }

    private void step(Python py) {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> hold(py);
            case 5, 6, 7, 8 -> closeSome();
            case 9 -> openLevel(py);
            case 10 -> closeLevelSometimes();
            case 11, 12 -> keep();
            case 13, 14 -> detach();
            case 15 -> move();
            case 16 -> bind(py);
            case 17 -> moveTo(py);
            case 18 -> copy();
            case 19 -> closeDetached(py);
            case 20 -> forget(py);
            case 21 -> useClosed();
            case 22 -> nest(py);
            default -> collectSometimes(py);
        }
    }

    private void hold(Python py) {
        int object = random.nextInt(OBJECTS);
        int n = random.nextInt(20) == 0 ? 700 : 1; // sometimes more than a chunk
        for (int i = 0; i < n; i++) {
            PyAny reference = objects.get(object).cast(PyAny.class);
            scopes.getFirst().open().add(new Held(reference, object));
        }
        assertThat(py.isOpen()).isTrue();
    }

    private Held takeSome(OpenedScope opened) {
        List<Held> open = opened.open();
        int i = random.nextBoolean() ? open.size() - 1 : random.nextInt(open.size());
        return open.remove(i);
    }

    private OpenedScope someScope() {
        return scopes.stream().skip(random.nextInt(scopes.size())).findFirst().orElseThrow();
    }

    private void closeSome() {
        OpenedScope opened = someScope();
        for (int n = random.nextInt(200) == 0 ? 700 : 1; n > 0 && !opened.open().isEmpty(); n--) {
            Held held = takeSome(opened);
            held.reference().close();
            closed.add(held.reference());
        }
    }

    private void openLevel(Python py) {
        if (scopes.size() < 6) {
            scopes.push(new OpenedScope(random.nextBoolean() ? py.scope() : Python.attach(), new ArrayList<>()));
        }
    }

    private void closeLevelSometimes() {
        if (scopes.size() > 1) {
            closeLevel();
        }
    }

    private void closeLevel() {
        OpenedScope opened = scopes.pop();
        opened.scope().close();
        opened.open().forEach(held -> closed.add(held.reference()));
    }

    private void keep() {
        if (scopes.size() > 1 && !scopes.getFirst().open().isEmpty()) {
            OpenedScope inner = scopes.pop();
            Held held = takeSome(inner);
            inner.scope().keep(held.reference());
            scopes.getFirst().open().add(held);
            scopes.push(inner);
        }
    }

    private void detach() {
        OpenedScope opened = someScope();
        if (!opened.open().isEmpty()) {
            Held held = opened.open().getLast();
            detached.add(new Detached(Py.of(held.reference()), held.object()));
        }
    }

    private void move() {
        OpenedScope opened = someScope();
        if (!opened.open().isEmpty()) {
            Held held = takeSome(opened);
            detached.add(new Detached(Py.move(held.reference()), held.object()));
            closed.add(held.reference());
        }
    }

    private void bind(Python py) {
        if (!detached.isEmpty()) {
            Detached some = detached.get(random.nextInt(detached.size()));
            scopes.getFirst().open().add(new Held(some.reference().bind(py), some.object()));
        }
    }

    private void moveTo(Python py) {
        if (!detached.isEmpty()) {
            Detached some = detached.remove(random.nextInt(detached.size()));
            scopes.getFirst().open().add(new Held(some.reference().moveTo(py), some.object()));
        }
    }

    private void copy() {
        if (!detached.isEmpty()) {
            Detached some = detached.get(random.nextInt(detached.size()));
            detached.add(new Detached(some.reference().copy(), some.object()));
        }
    }

    private void closeDetached(Python py) {
        if (!detached.isEmpty()) {
            Detached some = detached.remove(random.nextInt(detached.size()));
            if (random.nextBoolean()) {
                some.reference().close();
            } else {
                py.detach(some.reference()::close);
            }
        }
    }

    /** Leaves references and detached ones to the collector: their counts may stay for a while. */
    private void forget(Python py) {
        int object = random.nextInt(OBJECTS);
        for (int i = random.nextInt(50); i > 0; i--) {
            if (i % 10 == 0) {
                assertThat(Py.of(objects.get(object)).bind(py).isAlive()).isTrue();
                forgotten[object] += 2;
            } else {
                assertThat(objects.get(object).cast(PyAny.class).isAlive()).isTrue();
                forgotten[object]++;
            }
        }
    }

    private void useClosed() {
        if (!closed.isEmpty()) {
            PyAny some = closed.get(random.nextInt(closed.size()));
            assertThat(some.isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(some::len);
            some.close();
        }
    }

    /** A call into Java opens a scope, in which the references of the outer scopes can still be used. */
    private void nest(Python py) {
        if (scopes.getFirst().open().isEmpty()) {
            return;
        }
        Held held = scopes.getFirst().open().getLast();
        try (PyAny function =
                        py.function("f", (p, args, kwargs) -> args.getFirst().is(held.reference()));
                PyAny result = function.call(held.reference())) {
            assertThat(result.isTruthy()).isTrue();
        }
    }

    private void collectSometimes(Python py) {
        if (random.nextInt(20) == 0) {
            System.gc();
            try (Python inner = Python.attach()) {
                assertThat(inner).isNotSameAs(py);
            }
        }
    }

    private void check(Python py) {
        long[] expected = before.clone();
        Set<PyAny> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (OpenedScope opened : scopes) {
            for (Held held : opened.open()) {
                expected[held.object()]++;
                assertThat(held.reference().isAlive()).isTrue();
                assertThat(held.reference().is(objects.get(held.object()))).isTrue();
                assertThat(seen.add(held.reference())).isTrue();
            }
        }
        for (Detached some : detached) {
            expected[some.object()]++;
            assertThat(some.reference().isAlive()).isTrue();
        }
        for (int i = 0; i < OBJECTS && RuntimesProbe.isStandardCPython(); i++) { // others have no counts to see
            assertThat(RefCounts.of(py, objects.get(i)))
                    .as("count of object " + i)
                    .isBetween(expected[i], expected[i] + forgotten[i]);
        }
    }
}
