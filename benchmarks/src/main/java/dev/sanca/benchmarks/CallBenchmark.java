package dev.sanca.benchmarks;

import dev.sanca.Kwargs;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** Calls of Python functions and methods; PyO3's {@code bench_call}. */
public class CallBenchmark extends Attached {
    private static final String F = "call, ";
    private static final String M = "callMethod, ";

    private PyAny none;
    private PyAny one;
    private PyAny three;
    private PyAny five;
    private PyAny object;
    private PyAny a;
    private PyAny b;
    private PyAny c;
    private long noneWord;
    private long oneWord;
    private long threeWord;
    private long fiveWord;
    private long objectWord;
    private long aWord;
    private long bWord;
    private long cWord;
    private long method0;
    private long method1;
    private long method3;
    private long scratch;
    private long names;
    private long number = 12345678;

    @Override
    protected void make() {
        object = it("""
                class Foo:
                    def none(self): pass
                    def one(self, a): pass
                    def three(self, a, b, c): pass
                def none(): pass
                def one(a): pass
                def three(a, b, c): pass
                def five(a, b, c, d, e): pass
                it = Foo()
                """);
        none = py.eval("none");
        one = py.eval("one");
        three = py.eval("three");
        five = py.eval("five");
        a = py.of(1);
        b = py.of("s");
        c = py.of(1.23);
        names = Bare.word(py.eval("('d', 'e')"));
        noneWord = Bare.word(none);
        oneWord = Bare.word(one);
        threeWord = Bare.word(three);
        fiveWord = Bare.word(five);
        objectWord = Bare.word(object);
        aWord = Bare.word(a);
        bWord = Bare.word(b);
        cWord = Bare.word(c);
        method0 = Bare.name("none");
        method1 = Bare.name("one");
        method3 = Bare.name("three");
        scratch = Bare.arguments(0, 0, 0, 0, 0);
    }

    @Benchmark
    @Beside(value = "call0Bare", work = F + "no argument", atMost = 1.3)
    public void call0() {
        none.call().close();
    }

    @Benchmark
    public void call0Bare() {
        Word.decref(Bare.check(abstract_h.PyObject_CallNoArgs(noneWord)));
    }

    @Benchmark
    @Beside(value = "call1Bare", work = F + "one argument", atMost = 1.3, bytes = 24)
    public void call1() {
        one.call(a).close();
    }

    @Benchmark
    public void call1Bare() {
        Memory.putLong(scratch, aWord);
        Word.decref(Bare.check(abstract_h.PyObject_Vectorcall(oneWord, scratch, 1 | Bare.OFFSET_FLAG, 0)));
    }

    @Benchmark
    @Beside(value = "call3Bare", work = F + "three arguments", atMost = 1.3, bytes = 24)
    public void call3() {
        three.call(a, b, c).close();
    }

    @Benchmark
    public void call3Bare() {
        putThree(scratch);
        Word.decref(Bare.check(abstract_h.PyObject_Vectorcall(threeWord, scratch, 3 | Bare.OFFSET_FLAG, 0)));
    }

    private void putThree(long at) {
        Memory.putLong(at, aWord);
        Memory.putLong(at + 8, bWord);
        Memory.putLong(at + 16, cWord);
    }

    @Benchmark
    @Beside(
            value = "callKwargsBare",
            work = F + "three and two by keyword, Kwargs made each time",
            gate = 3.2,
            bytes = 128)
    public void callKwargs() {
        five.call(a, b, c, Kwargs.of("d", a, "e", b)).close();
    }

    @Benchmark
    public void callKwargsBare() {
        putThree(scratch);
        Memory.putLong(scratch + 24, aWord);
        Memory.putLong(scratch + 32, bWord);
        Word.decref(Bare.check(abstract_h.PyObject_Vectorcall(fiveWord, scratch, 3 | Bare.OFFSET_FLAG, names)));
    }

    @Benchmark
    @Beside(
            value = "callValuesBare",
            work = F + "a Java long and a Java double of three",
            atMost = 1.3,
            gate = 2,
            bytes = 104)
    public void callValues() {
        three.call(number, 2.5, c).close();
    }

    @Benchmark
    public void callValuesBare() {
        long x = Bare.check(longobject_h.PyLong_FromLongLong(number));
        long y = Bare.check(floatobject_h.PyFloat_FromDouble(2.5));
        Memory.putLong(scratch, x);
        Memory.putLong(scratch + 8, y);
        Memory.putLong(scratch + 16, cWord);
        Word.decref(Bare.check(abstract_h.PyObject_Vectorcall(threeWord, scratch, 3 | Bare.OFFSET_FLAG, 0)));
        Word.decref(x);
        Word.decref(y);
    }

    @Benchmark
    @Beside(value = "method0Bare", work = M + "no argument", atMost = 1.3, bytes = 24)
    public void method0() {
        object.callMethod("none").close();
    }

    @Benchmark
    public void method0Bare() {
        Memory.putLong(scratch, objectWord);
        Word.decref(Bare.check(abstract_h.PyObject_VectorcallMethod(method0, scratch, 1 | Bare.OFFSET_FLAG, 0)));
    }

    @Benchmark
    @Beside(value = "method1Bare", work = M + "one argument", atMost = 1.3, bytes = 24)
    public void method1() {
        object.callMethod("one", a).close();
    }

    @Benchmark
    public void method1Bare() {
        Memory.putLong(scratch, objectWord);
        Memory.putLong(scratch + 8, aWord);
        Word.decref(Bare.check(abstract_h.PyObject_VectorcallMethod(method1, scratch, 2 | Bare.OFFSET_FLAG, 0)));
    }

    @Benchmark
    @Beside(value = "method3Bare", work = M + "three arguments", atMost = 1.3, bytes = 24)
    public void method3() {
        object.callMethod("three", a, b, c).close();
    }

    @Benchmark
    public void method3Bare() {
        Memory.putLong(scratch, objectWord);
        putThree(scratch + 8);
        Word.decref(Bare.check(abstract_h.PyObject_VectorcallMethod(method3, scratch, 4 | Bare.OFFSET_FLAG, 0)));
    }
}
