package dev.sanca.benchmarks;

import dev.sanca.Py;
import dev.sanca.Scope;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** References made and dropped; PyO3's {@code bench_py} and {@code bench_pyobject}. */
public class ReferenceBenchmark extends Attached {
    private static final int THOUSAND = 1000;

    private PyList list;
    private long listWord;
    private Py<PyAny> kept;

    @Override
    protected void make() {
        list = it("it = [object() for i in range(1000)]").cast(PyList.class);
        listWord = Bare.word(list);
        kept = Py.of(list.get(0));
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "countBare", work = "bound reference made and closed", gate = 9)
    public void closed() {
        for (int i = 0; i < THOUSAND; i++) {
            list.get(i).close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "countBare", work = "bound reference made and left to its scope", gate = 8.5, bytes = 9)
    public void scoped() {
        try (Scope scope = py.scope()) {
            for (int i = 0; i < THOUSAND; i++) {
                list.get(i);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "countBare", work = "bound reference made and left to the collector", gate = 6.5, bytes = 9)
    public void collected() {
        for (int i = 0; i < THOUSAND; i++) {
            list.get(i);
        }
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "countBare", work = "Py bound and closed", gate = 10, bytes = 24)
    public void bound() {
        for (int i = 0; i < THOUSAND; i++) {
            kept.bind(py).close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "countBare", work = "Py copied and closed", gate = 65, bytes = 88)
    public void copied() {
        for (int i = 0; i < THOUSAND; i++) {
            kept.copy().close();
        }
    }

    /** One count taken and given back inline. */
    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public void countBare() {
        for (int i = 0; i < THOUSAND; i++) {
            long word = SequenceReads.listItem(listWord, i);
            Word.incref(word);
            Word.decref(word);
        }
    }
}
