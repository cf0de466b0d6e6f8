package dev.sanca.benchmarks;

/** How a loop gives back its references. What the other ways are compared with comes first. */
enum Release {
    /** PyO3's {@code Bound}. */
    CLOSED("each closed at once (PyO3's `Bound`)"),
    /** Sanca's way when nobody closes anything. */
    COLLECTED("left to the collector"),
    /** PyO3's pool, until 0.20; the classes of {@link PoolOnly}. */
    POOLED("kept until the scope ends (PyO3's pool)"),
    /** What PyO3 0.20 advised for long loops: a pool inside the pool. */
    NESTED("a scope for each 1,000 elements");

    /** What the table calls it. */
    final String text;

    Release(String text) {
        this.text = text;
    }
}
