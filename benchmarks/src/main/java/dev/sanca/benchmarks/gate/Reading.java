package dev.sanca.benchmarks.gate;

/**
 * What a try found of a workload.
 *
 * @param ratio its time in times of its bare half
 * @param bytes of the heap that an operation allocates
 */
record Reading(double ratio, double bytes) {
    /** Of a workload whose turn did not come in time: beyond every limit. */
    static final Reading NONE = new Reading(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The better of two in both respects: noise is never on the good side of both halves for long. */
    Reading orBetter(Reading other) {
        return new Reading(Math.min(ratio, other.ratio), Math.min(bytes, other.bytes));
    }

    boolean isMeasured() {
        return ratio < Double.POSITIVE_INFINITY;
    }
}
