package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.methodobject_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Python calls Java, beside a bare C function pointer that does the same. */
public class CallbackBenchmark extends Attached {
    private static final int THOUSAND = 1000;

    private PyAny loop;
    private PyAny function;
    private PyAny bare;

    @Override
    protected void make() {
        loop = it("""
                def it(function):
                    for i in range(1000):
                        function(i)
                """);
        function = py.function("same", (inner, args, kwargs) -> args.get(0));
        long definition = Memory.allocate(32);
        Memory.putLong(definition, Memory.constant("same"));
        Memory.putLong(definition + 8, target());
        Memory.putLong(definition + 16, methodobject_h.METH_FASTCALL);
        long word = Bare.check(methodobject_h.PyCFunction_NewEx(definition, 0, 0));
        try (PyAny holder = py.eval("[None]")) {
            Bare.check(listobject_h.PyList_SetItem(Bare.word(holder), 0, word));
            bare = holder.getItem(0);
        }
    }

    private static long target() {
        try {
            return Upcall.of(MethodHandles.lookup()
                    .findStatic(
                            CallbackBenchmark.class,
                            "same",
                            MethodType.methodType(long.class, long.class, long.class, long.class)));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static long same(long self, long arguments, long count) {
        return Word.newRef(Memory.getLong(arguments));
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "callBare", work = "Python calls a Java lambda", gate = 3.2, bytes = 152)
    public void call() {
        loop.call(function).close();
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public void callBare() {
        loop.call(bare).close();
    }
}
