package dev.sanca.internal.word;

import static dev.sanca.internal.word.Mismatch.unless;

import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Proves how ints of one digit and floats store their values. */
final class NumberProof {
    private static final long SEED = 20_260_101;

    private NumberProof() {}

    static String proveInt(Findings found) throws Mismatch {
        boolean tagged = true;
        boolean sized = true;
        for (long value : intsToTry()) {
            try (Sample sample = Sample.of(longobject_h.PyLong_FromLongLong(value))) {
                tagged = tagged && isTagged(sample, value);
                sized = sized && isSized(sample, value);
            }
        }
        unless(tagged != sized, "ints of one digit have neither known form");
        found.taggedInt = tagged;
        found.sizedInt = sized;
        found.newInts = isRewritten(tagged);
        return tagged
                ? "up to 30 bits: tag at offset " + IntReads.HEAD + ", digit at " + IntReads.DIGIT
                : "up to 30 bits: signed size at offset " + IntReads.HEAD + ", digit at " + IntReads.DIGIT;
    }

    /**
     * Returns whether an int into which another value is written equals Python's int of that value in every byte after
     * the count.
     */
    private static boolean isRewritten(boolean tagged) throws Mismatch {
        boolean all = true;
        for (long value : intsToTry()) {
            for (long before : new long[] {1_000_003, -1_000_003}) {
                if (NumberFreeList.isReusableFor(value)) {
                    try (Sample sample = Sample.of(longobject_h.PyLong_FromLongLong(before));
                            Sample python = Sample.of(longobject_h.PyLong_FromLongLong(value))) {
                        NumberFreeList.writeInt(sample.word(), (int) value, tagged);
                        all = all && isSame(sample, python);
                    }
                }
            }
        }
        return all;
    }

    private static boolean isSame(Sample a, Sample b) throws Mismatch {
        boolean same = a.size() == b.size();
        for (long at = Long.BYTES; same && at < a.size(); at += Integer.BYTES) {
            same = a.getInt(at) == b.getInt(at);
        }
        return same;
    }

    /**
     * Returns whether a float into which another value is written equals Python's float of that value in every byte
     * after the count.
     */
    private static boolean isRewritten(double value) throws Mismatch {
        try (Sample sample = Sample.of(floatobject_h.PyFloat_FromDouble(0.5));
                Sample python = Sample.of(floatobject_h.PyFloat_FromDouble(value))) {
            NumberFreeList.writeFloat(sample.word(), value);
            return isSame(sample, python);
        }
    }

    static String proveFloat(Findings found) throws Mismatch {
        List<Double> values = new ArrayList<>(
                List.of(0.0, -0.0, 1.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN));
        new SplittableRandom(SEED).doubles(16, -1e300, 1e300).forEach(values::add);
        for (double value : values) {
            try (Sample sample = Sample.of(floatobject_h.PyFloat_FromDouble(value))) {
                long bits = Double.doubleToRawLongBits(value);
                unless(sample.getLong(FloatReads.VALUE) == bits, "a float does not hold its value as a double");
            }
        }
        found.floats = true;
        found.newFloats = isRewritten(-0.0) && isRewritten(1e300) && isRewritten(Double.NaN);
        return "double at offset " + FloatReads.VALUE;
    }

    private static long[] intsToTry() {
        LongStream edges = LongStream.of(
                255,
                256,
                257,
                1 << 15,
                (1 << 30) - 1,
                1 << 30,
                (1L << 30) + 1,
                1L << 31,
                1L << 32,
                (1L << 60) - 1,
                1L << 60,
                Long.MAX_VALUE);
        SplittableRandom random = new SplittableRandom(SEED);
        LongStream any = LongStream.generate(() -> random.nextLong() >>> random.nextInt(64))
                .limit(16);
        long[] positive = LongStream.concat(LongStream.concat(LongStream.rangeClosed(0, 5), edges), any)
                .toArray();
        return LongStream.concat(
                        LongStream.of(positive), LongStream.of(positive).map(v -> -v))
                .toArray();
    }

    private static boolean isTagged(Sample sample, long value) throws Mismatch {
        long tag = sample.getLong(IntReads.HEAD);
        boolean compact = Long.compareUnsigned(tag, IntReads.COMPACT_TAG) < 0;
        return compact == isOneDigit(value) && (!compact || value == (1 - (tag & 3)) * digit(sample, value));
    }

    private static boolean isSized(Sample sample, long value) throws Mismatch {
        long size = sample.getLong(IntReads.HEAD);
        boolean compact = size >= -1 && size <= 1;
        return compact == isOneDigit(value) && (!compact || value == size * digit(sample, value));
    }

    /** Returns the lowest digit. An int 0 may be too short to have one. */
    private static long digit(Sample sample, long value) throws Mismatch {
        return value == 0 ? 0 : sample.getInt(IntReads.DIGIT);
    }

    private static boolean isOneDigit(long value) {
        return Math.abs(value) < 1L << 30;
    }
}
