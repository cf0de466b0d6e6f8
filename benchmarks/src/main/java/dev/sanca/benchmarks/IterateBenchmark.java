package dev.sanca.benchmarks;

import dev.sanca.convert.TypeRef;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Whole containers, for each element; the halves {@code iter_…} and {@code extract_…} of PyO3's containers' benchmarks. */
public class IterateBenchmark extends Attached {
    private static final int THOUSAND = 1000;
    private static final TypeRef<Map<Long, Long>> MAP = new TypeRef<>() {};
    private static final TypeRef<Set<Long>> SET = new TypeRef<>() {};

    private PyAny list;
    private PyAny generator;
    private PyAny dict;
    private PyAny set;
    private long listWord;
    private long generatorWord;
    private long dictWord;
    private long setWord;
    private long entry;

    @Override
    protected void make() {
        list = it("it = [i << 10 for i in range(1000)]");
        generator = it("""
                class It:
                    def __iter__(self): return (i << 10 for i in range(1000))
                it = It()
                """);
        dict = it("it = {i << 10: i for i in range(1000)}");
        set = it("it = {i << 10 for i in range(1000)}");
        listWord = Bare.word(list);
        generatorWord = Bare.word(generator);
        dictWord = Bare.word(dict);
        setWord = Bare.word(set);
        entry = Memory.allocate(24);
    }

    private static long sum(PyAny iterable) {
        long sum = 0;
        for (PyAny item : iterable) {
            sum += item.asLong();
            item.close();
        }
        return sum;
    }

    private static long sumBare(long iterable) {
        long sum = 0;
        long iterator = Bare.check(abstract_h.PyObject_GetIter(iterable));
        for (long item; (item = abstract_h.PyIter_Next(iterator)) != 0; ) {
            sum += Bare.intValue(item);
            Word.decref(item);
        }
        Word.decref(iterator);
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "listBare", work = "for over a list", gate = 2.7, bytes = 24)
    public long list() {
        return sum(list);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public long listBare() {
        return sumBare(listWord);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "generatorBare", work = "for over a generator", gate = 1.6, bytes = 24)
    public long generator() {
        return sum(generator);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public long generatorBare() {
        return sumBare(generatorWord);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "mapBare", work = "dict as Map<Long, Long>", gate = 1.7, bytes = 124)
    public Map<Long, Long> map() {
        return dict.as(MAP);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public Map<Long, Long> mapBare() {
        Map<Long, Long> map = HashMap.newHashMap(THOUSAND);
        Memory.putLong(entry, 0);
        while (dictobject_h.PyDict_Next(dictWord, entry, entry + 8, entry + 16) != 0) {
            long key = longobject_h.PyLong_AsLongLong(Memory.getLong(entry + 8));
            map.put(key, longobject_h.PyLong_AsLongLong(Memory.getLong(entry + 16)));
        }
        return map;
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "setBare", work = "set as Set<Long>", gate = 2.4, bytes = 106)
    public Set<Long> set() {
        return set.as(SET);
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public Set<Long> setBare() {
        Set<Long> made = HashSet.newHashSet(THOUSAND);
        long iterator = Bare.check(abstract_h.PyObject_GetIter(setWord));
        for (long item; (item = abstract_h.PyIter_Next(iterator)) != 0; ) {
            made.add(longobject_h.PyLong_AsLongLong(item));
            Word.decref(item);
        }
        Word.decref(iterator);
        return made;
    }
}
