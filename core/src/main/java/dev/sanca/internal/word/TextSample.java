package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.unicodeobject_h;

/** A string that the proof examines, with the characters from which it was created. */
final class TextSample implements AutoCloseable {
    private final int[] points;
    private final Sample sample;

    private TextSample(int[] points, Sample sample) {
        this.points = points;
        this.sample = sample;
    }

    static TextSample of(String text) throws Mismatch {
        int[] points = text.codePoints().toArray();
        return new TextSample(points, Sample.of(unicodeobject_h.PyUnicode_FromKindAndData(4, points, points.length)));
    }

    @Override
    public void close() {
        sample.close();
    }

    Sample sample() {
        return sample;
    }

    /** Returns the number of characters. */
    int length() {
        return points.length;
    }

    /** Returns the number of bytes for each character: 1, 2 or 4. */
    int kind() {
        int greatest = 0;
        for (int point : points) {
            greatest = Math.max(greatest, point);
        }
        return greatest < 0x100 ? 1 : greatest < 0x10000 ? 2 : 4;
    }

    /** Returns the 5 bits of kind, compact and ASCII, if they start at this bit. */
    int bits(int shift) throws Mismatch {
        return sample.getInt(StringReads.STATE) >>> shift & 0b11_111;
    }

    /** Returns whether the characters are at this offset. */
    boolean isAt(long offset) {
        int kind = kind();
        for (int i = 0; i < points.length; i++) {
            long at = offset + (long) i * kind;
            if (at + kind > sample.size() || character(sample.word() + at, kind) != points[i]) {
                return false;
            }
        }
        return true;
    }

    private static int character(long address, int kind) {
        return switch (kind) {
            case 1 -> Memory.getByte(address) & 0xff;
            case 2 -> Memory.getShort(address) & 0xffff;
            default -> Memory.getInt(address);
        };
    }
}
