package dev.sanca.benchmarks;

import dev.sanca.PythonException;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import java.math.BigInteger;
import org.openjdk.jmh.annotations.Benchmark;

/** Python values to Java; PyO3's {@code bench_extract}, {@code bench_frompyobject} and {@code bench_bigint}. */
public class ExtractBenchmark extends Attached {
    private static final int HUGE_BYTES = 64;

    private PyAny small;
    private PyAny big;
    private PyAny huge;
    private PyAny real;
    private PyAny ascii;
    private PyAny wide;
    private PyAny list;
    private long smallWord;
    private long bigWord;
    private long hugeWord;
    private long realWord;
    private long asciiWord;
    private long wideWord;
    private long listWord;
    private long size;

    @Override
    protected void make() {
        small = py.of(123456);
        big = py.of(1L << 60);
        huge = py.eval("3**300");
        real = py.of(2.5);
        ascii = py.of("The quick brown fox jumps over the lazy dog");
        wide = py.of("\u10e1\u10d0\u10e5\u10d0\u10e0\u10d7\u10d5\u10d4\u10da\u10dd \u2013 Georgia");
        list = py.eval("[1, 2, 3]");
        smallWord = Bare.word(small);
        bigWord = Bare.word(big);
        hugeWord = Bare.word(huge);
        realWord = Bare.word(real);
        asciiWord = Bare.word(ascii);
        wideWord = Bare.word(wide);
        listWord = Bare.word(list);
        size = Memory.allocate(HUGE_BYTES);
    }

    @Benchmark
    @Beside(value = "smallBare", work = "asLong, 17 bits", gate = 0.42)
    public long small() {
        return small.asLong();
    }

    @Benchmark
    public long smallBare() {
        return longobject_h.PyLong_AsLongLong(smallWord);
    }

    @Benchmark
    @Beside(value = "bigBare", work = "asLong, 61 bits", gate = 1.9)
    public long big() {
        return big.asLong();
    }

    @Benchmark
    public long bigBare() {
        return longobject_h.PyLong_AsLongLong(bigWord);
    }

    @Benchmark
    @Beside(value = "hugeBare", work = "as(BigInteger.class), 476 bits", gate = 4.2, bytes = 200)
    public BigInteger huge() {
        return huge.as(BigInteger.class);
    }

    @Benchmark
    public BigInteger hugeBare() {
        longobject_h.PyLong_AsNativeBytes(hugeWord, size, HUGE_BYTES, 0);
        byte[] bytes = new byte[HUGE_BYTES];
        Memory.copy(size, bytes, 0, HUGE_BYTES);
        return new BigInteger(bytes);
    }

    @Benchmark
    @Beside(value = "realBare", work = "asDouble", gate = 0.25)
    public double real() {
        return real.asDouble();
    }

    @Benchmark
    public double realBare() {
        return floatobject_h.PyFloat_AsDouble(realWord);
    }

    @Benchmark
    @Beside(value = "asciiBare", work = "asString, 43 ASCII characters", gate = 1.9, bytes = 152)
    public String ascii() {
        return ascii.asString();
    }

    @Benchmark
    public String asciiBare() {
        return Memory.getString(unicodeobject_h.PyUnicode_AsUTF8AndSize(asciiWord, size), (int) Memory.getLong(size));
    }

    @Benchmark
    @Beside(value = "wideBare", work = "asString, 19 characters of two bytes", gate = 0.65, bytes = 176)
    public String wide() {
        return wide.asString();
    }

    @Benchmark
    public String wideBare() {
        return Memory.getString(unicodeobject_h.PyUnicode_AsUTF8AndSize(wideWord, size), (int) Memory.getLong(size));
    }

    @Benchmark
    @Beside(value = "castBare", work = "cast of a list, beside a look at its type", gate = 35, bytes = 24)
    public void cast() {
        list.cast(PyList.class).close();
    }

    @Benchmark
    public boolean castBare() {
        return TypeReads.isList(listWord);
    }

    @Benchmark
    @Beside(value = "failBare", work = "asLong of a str, which is refused and caught", gate = 65, bytes = 4800)
    public boolean fail() {
        try {
            ascii.asLong();
            return true;
        } catch (PythonException e) {
            return false;
        }
    }

    @Benchmark
    public boolean failBare() {
        boolean failed = longobject_h.PyLong_AsLongLong(asciiWord) == -1;
        pyerrors_h.PyErr_Clear();
        return failed;
    }
}
