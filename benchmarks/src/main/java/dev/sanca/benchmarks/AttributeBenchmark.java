package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** Attributes; PyO3's {@code bench_intern} and {@code bench_any}. */
public class AttributeBenchmark extends Attached {
    private PyAny object;
    private PyAny module;
    private PyAny value;
    private long objectWord;
    private long moduleWord;
    private long valueWord;
    private long x;
    private long path;
    private long text;
    private char[] letters = "version".toCharArray();

    @Override
    protected void make() {
        object = it("""
                class Foo:
                    def __init__(self): self.x = 1
                it = Foo()
                """);
        module = py.importModule("sys");
        value = py.of(7);
        objectWord = Bare.word(object);
        moduleWord = Bare.word(module);
        valueWord = Bare.word(value);
        x = Bare.name("x");
        path = Bare.name("path");
        text = Memory.newString("version");
    }

    @Benchmark
    @Beside(value = "getBare", work = "getAttr of an object", atMost = 1.3, bytes = 24)
    public void get() {
        object.getAttr("x").close();
    }

    @Benchmark
    public void getBare() {
        Word.decref(Bare.check(object_h.PyObject_GetAttr(objectWord, x)));
    }

    @Benchmark
    @Beside(value = "getModuleBare", work = "getAttr of a module", atMost = 1.3, bytes = 24)
    public void getModule() {
        module.getAttr("path").close();
    }

    @Benchmark
    public void getModuleBare() {
        Word.decref(Bare.check(object_h.PyObject_GetAttr(moduleWord, path)));
    }

    @Benchmark
    @Beside(value = "getNewNameBare", work = "getAttr, name made each time", gate = 1.2, bytes = 96)
    public void getNewName() {
        module.getAttr(new String(letters)).close();
    }

    @Benchmark
    public void getNewNameBare() {
        Word.decref(Bare.check(object_h.PyObject_GetAttrString(moduleWord, text)));
    }

    @Benchmark
    @Beside(value = "setBare", work = "setAttr", atMost = 1.3)
    public void set() {
        object.setAttr("x", value);
    }

    @Benchmark
    public void setBare() {
        Bare.check(object_h.PyObject_SetAttr(objectWord, x, valueWord));
    }

    @Benchmark
    @Beside(value = "hasBare", work = "hasAttr, there", atMost = 1.3)
    public boolean has() {
        return object.hasAttr("x");
    }

    @Benchmark
    public boolean hasBare() {
        Word.decref(Bare.check(object_h.PyObject_GetAttr(objectWord, x)));
        return true;
    }

    @Benchmark
    @Beside(value = "typeBare", work = "type", gate = 1.3)
    public void type() {
        object.type().close();
    }

    @Benchmark
    public void typeBare() {
        Word.decref(object_h.PyObject_Type(objectWord));
    }
}
