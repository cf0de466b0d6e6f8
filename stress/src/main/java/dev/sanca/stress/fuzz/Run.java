package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program.
 *
 * <p><b>Thread:</b> {@link #run} is called on the thread that does the steps; the other threads of the program end before it
 * returns.
 */
final class Run {
    private final PythonCode code;
    private final @Nullable Kind wrong;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** What {@link #wrong} has leaked, reachable until the run is forgotten. */
    private final List<Py<PyAny>> leaked = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param wrong after steps of this kind the model is wrong, so that there is something to find; null for a model that is right
     */
    Run(PythonCode code, @Nullable Kind wrong) {
        this.code = code;
        this.wrong = wrong;
    }

    /** Runs a program on this thread, which is not attached; what went wrong, or null. */
    @Nullable
    Throwable run(Program program) {
        try {
            Objects objects = Python.attach(py -> new Objects(py, code));
            List<Detached> detached = new ArrayList<>();
            runThread(new ThreadFacts(), objects, detached, program.tree(), 0);
            if (failure.get() == null) {
                Disagreement.unless(!Thread.interrupted(), "the thread is still interrupted");
                finish(objects, detached);
            }
            objects.close();
            Python.attach(py -> null);
        } catch (Throwable e) { // of a check at the end
            fail(e);
        }
        return failure.get();
    }

    private void finish(Objects objects, List<Detached> detached) {
        Python.attach(py -> {
            Disagreement.unless(py.eval("6 * 7").asLong() == 42, "Python does not calculate");
            objects.checkAll(py);
            return null;
        });
        for (Detached some : detached) {
            some.reference().close();
            objects.add(some.object(), -1);
        }
        Python.attach(py -> {
            objects.checkAll(py);
            return null;
        });
    }

    /** Does the steps on a thread that is not attached, or is detached; steps may throw what they like. */
    void runThread(ThreadFacts facts, Objects objects, List<Detached> detached, List<Program.Node> steps, int how) {
        Actor actor = new Actor(this, code, objects, facts, detached);
        try {
            Actor.attached(how, py -> actor.runAll(py, steps));
        } catch (Throwable e) {
            judge(e);
        } finally {
            actor.ended(true);
        }
    }

    /** Remembers a throwable that no step explains. */
    void judge(Throwable thrown) {
        if (!(thrown instanceof ThrownByStep) && !isRaisedByStep(thrown)) {
            fail(thrown);
        }
    }

    void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
    }

    static boolean isRaisedByStep(Throwable thrown) {
        return thrown instanceof PythonException raised
                && raised.typeName().equals("ValueError")
                && String.valueOf(raised.getMessage()).contains("raised by a step");
    }

    /** Makes the model wrong after a step that is to be wrong. */
    void spoil(Kind done, Objects objects, Python py) {
        if (done == wrong) {
            try (PyAny bound = objects.bind(py, 0)) {
                leaked.add(Py.of(bound));
            }
        }
    }
}
