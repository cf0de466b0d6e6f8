package dev.sanca.benchmarks;

import dev.sanca.PythonException;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** Exceptions; PyO3's {@code bench_err}. */
public class ErrorBenchmark extends Attached {
    private PyAny function;
    private long functionWord;

    @Override
    protected void make() {
        function = it("""
                def it():
                    raise ValueError('wrong')
                """);
        functionWord = Bare.word(function);
    }

    /** With a Java stack trace, which the bare half does not make. */
    @Benchmark
    @Beside(
            value = "raisedBare",
            work = "a Python exception caught in Java, with the stack trace of both",
            gate = 65,
            bytes = 4200)
    public Object raised() {
        try {
            return function.call();
        } catch (PythonException e) {
            return e;
        }
    }

    @Benchmark
    public void raisedBare() {
        if (abstract_h.PyObject_CallNoArgs(functionWord) == 0) {
            Word.decref(Bare.check(pyerrors_h.PyErr_GetRaisedException()));
        }
    }
}
