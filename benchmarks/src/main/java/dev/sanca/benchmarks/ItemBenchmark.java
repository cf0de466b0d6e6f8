package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyList;
import dev.sanca.types.PyTuple;
import org.openjdk.jmh.annotations.Benchmark;

/** Single items; PyO3's {@code bench_list}, {@code bench_tuple}, {@code bench_dict}. */
public class ItemBenchmark extends Attached {
    private PyList list;
    private PyTuple tuple;
    private PyDict dict;
    private PyAny index;
    private PyAny key;
    private long listWord;
    private long tupleWord;
    private long dictWord;
    private long indexWord;
    private long keyWord;
    private int number = 17;

    @Override
    protected void make() {
        list = it("it = list(range(1000))").cast(PyList.class);
        tuple = it("it = tuple(range(1000))").cast(PyTuple.class);
        dict = it("it = {f'key{i}': i for i in range(1000)}").cast(PyDict.class);
        index = py.of(17);
        key = py.of("key17");
        listWord = Bare.word(list);
        tupleWord = Bare.word(tuple);
        dictWord = Bare.word(dict);
        indexWord = Bare.word(index);
        keyWord = Bare.word(key);
    }

    @Benchmark
    @Beside(value = "listBare", work = "getItem of a list", atMost = 1.3, gate = 1.8, bytes = 24)
    public void list() {
        list.getItem(index).close();
    }

    @Benchmark
    public void listBare() {
        Word.decref(Bare.check(abstract_h.PyObject_GetItem(listWord, indexWord)));
    }

    @Benchmark
    @Beside(
            value = "listIntBare",
            work = "getItem of a list, Java int as the index",
            atMost = 1.3,
            gate = 1.8,
            bytes = 24)
    public void listInt() {
        list.getItem(number).close();
    }

    @Benchmark
    public void listIntBare() {
        long i = Bare.check(longobject_h.PyLong_FromLongLong(number));
        Word.decref(Bare.check(abstract_h.PyObject_GetItem(listWord, i)));
        Word.decref(i);
    }

    @Benchmark
    @Beside(value = "listGetBare", work = "PyList.get", atMost = 1.3, gate = 1.2)
    public void listGet() {
        list.get(number).close();
    }

    @Benchmark
    public void listGetBare() {
        Word.decref(Bare.check(abstract_h.PySequence_GetItem(listWord, number)));
    }

    @Benchmark
    @Beside(value = "tupleGetBare", work = "PyTuple.get", atMost = 1.3, gate = 1.1)
    public void tupleGet() {
        tuple.get(number).close();
    }

    @Benchmark
    public void tupleGetBare() {
        Word.decref(Bare.check(abstract_h.PySequence_GetItem(tupleWord, number)));
    }

    @Benchmark
    @Beside(value = "dictBare", work = "getItem of a dict", atMost = 1.3, gate = 1.8, bytes = 24)
    public void dict() {
        dict.getItem(key).close();
    }

    @Benchmark
    public void dictBare() {
        Word.decref(Bare.check(abstract_h.PyObject_GetItem(dictWord, keyWord)));
    }

    @Benchmark
    @Beside(value = "setBare", work = "setItem of a dict", atMost = 1.3)
    public void set() {
        dict.setItem(key, index);
    }

    @Benchmark
    public void setBare() {
        Bare.check(abstract_h.PyObject_SetItem(dictWord, keyWord, indexWord));
    }

    @Benchmark
    @Beside(value = "containsBare", work = "contains of a dict", atMost = 1.3)
    public boolean contains() {
        return dict.contains(key);
    }

    @Benchmark
    public boolean containsBare() {
        return Bare.check(abstract_h.PySequence_Contains(dictWord, keyWord)) > 0;
    }

    @Benchmark
    @Beside(value = "lenBare", work = "len of a list", atMost = 1.3)
    public long len() {
        return list.len();
    }

    @Benchmark
    public long lenBare() {
        return abstract_h.PyObject_Size(listWord);
    }
}
