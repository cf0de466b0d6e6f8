package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.bytesobject_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.setobject_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.word.Word;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Java values to Python; PyO3's {@code bench_intopyobject} and the halves {@code …_new} of the containers' benchmarks. */
public class MakeBenchmark extends Attached {
    private static final int THOUSAND = 1000;
    private static final int UCS1 = 1;
    private static final int UCS2 = 2;

    private final long number = 123_456_789;
    private final String ascii = "The quick brown fox jumps over the lazy dog";
    private final String wide = "\u10e1\u10d0\u10e5\u10d0\u10e0\u10d7\u10d5\u10d4\u10da\u10dd \u2013 Georgia";
    private final byte[] bytes = new byte[THOUSAND];
    private final long[] longs = LongStream.range(0, THOUSAND).map(i -> i << 10).toArray();

    @Override
    protected void make() {}

    @Benchmark
    @Beside(value = "integerBare", work = "py.of(long)", gate = 0.25)
    public void integer() {
        py.of(number).close();
    }

    @Benchmark
    public void integerBare() {
        Word.decref(Bare.check(longobject_h.PyLong_FromLongLong(number)));
    }

    @Benchmark
    @Beside(value = "floatingBare", work = "py.floating(double)", gate = 0.6, bytes = 24)
    public void floating() {
        py.floating(2.5).close();
    }

    @Benchmark
    public void floatingBare() {
        Word.decref(Bare.check(floatobject_h.PyFloat_FromDouble(2.5)));
    }

    @Benchmark
    @Beside(value = "asciiBare", work = "py.string, 43 ASCII characters", gate = 2.8, bytes = 120)
    public void ascii() {
        py.string(ascii).close();
    }

    @Benchmark
    public void asciiBare() {
        byte[] utf8 = ascii.getBytes(StandardCharsets.UTF_8);
        Word.decref(Bare.check(unicodeobject_h.PyUnicode_FromKindAndData(UCS1, utf8, utf8.length)));
    }

    @Benchmark
    @Beside(value = "wideBare", work = "py.string, 19 characters of two bytes", gate = 1.8, bytes = 152)
    public void wide() {
        py.string(wide).close();
    }

    @Benchmark
    public void wideBare() {
        char[] chars = wide.toCharArray();
        Word.decref(Bare.check(unicodeobject_h.PyUnicode_FromKindAndData(UCS2, chars, chars.length)));
    }

    @Benchmark
    @Beside(value = "bytesBare", work = "py.bytes, 1000 bytes", gate = 1.6, bytes = 24)
    public void bytes() {
        py.bytes(bytes).close();
    }

    @Benchmark
    public void bytesBare() {
        Word.decref(Bare.check(bytesobject_h.PyBytes_FromStringAndSize(bytes, bytes.length)));
    }

    @Benchmark
    @Beside(value = "listBare", work = "py.list of 1000 longs", gate = 1.2, bytes = 48)
    public void list() {
        py.list(longs).close();
    }

    @Benchmark
    public void listBare() {
        long list = Bare.check(listobject_h.PyList_New(longs.length));
        for (int i = 0; i < longs.length; i++) {
            listobject_h.PyList_SetItem(list, i, Bare.check(longobject_h.PyLong_FromLongLong(longs[i])));
        }
        Word.decref(list);
    }

    @Benchmark
    @Beside(value = "tupleBare", work = "py.tuple of 1000 longs", gate = 1.2, bytes = 8040)
    public void tuple() {
        py.tuple(longs).close();
    }

    @Benchmark
    public void tupleBare() {
        long tuple = Bare.check(tupleobject_h.PyTuple_New(longs.length));
        for (int i = 0; i < longs.length; i++) {
            tupleobject_h.PyTuple_SetItem(tuple, i, Bare.check(longobject_h.PyLong_FromLongLong(longs[i])));
        }
        Word.decref(tuple);
    }

    @Benchmark
    @Beside(value = "setBare", work = "py.set of 1000 longs", gate = 1.5, bytes = 8064)
    public void set() {
        py.set(longs).close();
    }

    @Benchmark
    public void setBare() {
        long set = Bare.check(setobject_h.PySet_New(0));
        for (long value : longs) {
            long element = Bare.check(longobject_h.PyLong_FromLongLong(value));
            Bare.check(setobject_h.PySet_Add(set, element));
            Word.decref(element);
        }
        Word.decref(set);
    }

    @Benchmark
    @Beside(value = "dictBare", work = "py.dict with one entry", gate = 1.9, bytes = 144)
    public void dict() {
        try (var dict = py.dict()) {
            dict.set(ascii, number);
        }
    }

    @Benchmark
    public void dictBare() {
        long dict = Bare.check(dictobject_h.PyDict_New());
        byte[] utf8 = ascii.getBytes(StandardCharsets.UTF_8);
        long key = Bare.check(unicodeobject_h.PyUnicode_FromKindAndData(UCS1, utf8, utf8.length));
        long value = Bare.check(longobject_h.PyLong_FromLongLong(number));
        Bare.check(dictobject_h.PyDict_SetItem(dict, key, value));
        Word.decref(value);
        Word.decref(key);
        Word.decref(dict);
    }
}
