package dev.sanca.benchmarks;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.types.PyAny;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Attaching a thread that is not attached; PyO3's {@code bench_attach} (once {@code bench_gil}). */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AttachBenchmark {
    private long threadState;
    private Py<PyAny> kept;

    /** Leaves the thread detached, with a kept thread state. */
    @Setup
    public void detached() {
        try (Python py = Python.attach()) {
            threadState = pystate_h.PyThreadState_Get();
            kept = Py.of(py.eval("object()"));
        }
    }

    @Benchmark
    @Beside(value = "attachBare", work = "attach and detach", gate = 2.3, bytes = 104)
    public void attach() {
        Python.attach().close();
    }

    @Benchmark
    @Beside(value = "attachBare", work = "attach and detach, one count waiting in the pool", gate = 4.5, bytes = 192)
    public void attachDirty() {
        Py<PyAny> copy;
        try (Python py = Python.attach()) {
            copy = kept.copy();
        }
        copy.close();
    }

    @Benchmark
    public void attachBare() {
        ceval_h.PyEval_RestoreThread(threadState);
        ceval_h.PyEval_SaveThread();
    }

    @Benchmark
    @Beside(value = "ensureBare", work = "attach and detach, beside PyGILState_Ensure/Release", gate = 2.2, bytes = 104)
    public void attachLambda() {
        Python.attach(py -> null);
    }

    @Benchmark
    public void ensureBare() {
        pystate_h.PyGILState_Release(pystate_h.PyGILState_Ensure());
    }

    /** The same for a thread that is attached. */
    public static class Nested extends Attached {
        @Override
        protected void make() {}

        @Benchmark
        @Beside(value = "nestedBare", work = "nested attach, beside one critical downcall", gate = 3, bytes = 48)
        public void nested() {
            Python.attach().close();
        }

        @Benchmark
        @Beside(value = "nestedBare", work = "nested scope, beside one critical downcall", gate = 2.5, bytes = 40)
        public void scope() {
            try (Scope scope = py.scope()) {
                // empty
            }
        }

        @Benchmark
        public long nestedBare() {
            return pystate_h.PyGILState_GetThisThreadState();
        }
    }
}
