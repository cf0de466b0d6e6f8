package dev.sanca.benchmarks;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A benchmark whose thread is attached throughout.
 *
 * <p>Before it measures, it runs a bit of everything, so that the compiler knows of each call site what it knows in a real
 * program: that more than one kind of argument comes by.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Attached {
    private static final int ROUNDS_OF_EVERYTHING = Integer.getInteger("sanca.benchmarks.everything", 3000);

    protected Python py = attachOnce();

    private static Python attachOnce() {
        return Python.attach();
    }

    /** Makes the objects that the benchmark works on. */
    @Setup(Level.Trial)
    public final void prepare() {
        Everything.run(py, ROUNDS_OF_EVERYTHING);
        make();
    }

    /** Detaches. */
    @TearDown(Level.Trial)
    public final void detach() {
        py.close();
    }

    /** Makes what one class's benchmarks need. */
    protected abstract void make();

    /** Runs statements and gives back what they call {@code it}. */
    protected final PyAny it(String statements) {
        py.run(statements);
        return py.eval("it");
    }
}
