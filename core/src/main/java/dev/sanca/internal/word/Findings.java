package dev.sanca.internal.word;

import java.util.ArrayList;
import java.util.List;

/** The results of the proof so far. False and 0 mean opaque. */
final class Findings {
    boolean narrowCount;
    boolean wideCount;
    int saturated;
    boolean type;
    long typeOffset;
    boolean flags;
    long flagsOffset;
    boolean taggedInt;
    boolean sizedInt;
    boolean newInts;
    boolean floats;
    boolean newFloats;
    boolean list;
    boolean dict;
    boolean tuple;
    long tupleItems;
    boolean bytes;
    long bytesData;
    boolean string;
    int kindShift;
    long asciiData;
    long compactData;

    private final List<Layout.Item> items = new ArrayList<>();

    void add(String name, boolean proved, String detail) {
        items.add(new Layout.Item(name, proved, detail));
    }

    List<Layout.Item> items() {
        return List.copyOf(items);
    }
}
