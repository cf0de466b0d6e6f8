package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.sysmodule_h;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves the layout, item by item, on objects created for this. Nothing is concluded from the version number alone. */
final class Proof {
    /** The newest Python on which Sanca's tests prove the layout. On a later one everything is opaque. */
    private static final int NEWEST_MINOR = 15;

    private static final List<Step> STEPS = List.of(
            new Step("count", CountProof::prove),
            new Step("type", TypeProof::proveType),
            new Step("type flags", TypeProof::proveFlags),
            new Step("int", NumberProof::proveInt),
            new Step("float", NumberProof::proveFloat),
            new Step("list", ContainerProof::proveList),
            new Step("tuple", ContainerProof::proveTuple),
            new Step("dict", ContainerProof::proveDict),
            new Step("bytes", TextProof::proveBytes),
            new Step("string", TextProof::proveString));

    private Proof() {}

    /**
     * Proves one item. Stores the result in the findings and returns its description; or throws, and leaves the
     * findings unchanged.
     */
    @FunctionalInterface
    private interface Check {
        String prove(Findings found) throws Mismatch;
    }

    private record Step(String name, Check check) {}

    static Findings run() {
        Layout.requireAttached();
        Findings found = new Findings();
        String opaque = whyOpaque();
        for (Step step : STEPS) {
            if (opaque != null) {
                found.add(step.name, false, opaque);
                continue;
            }
            try {
                found.add(step.name, true, step.check.prove(found));
            } catch (Mismatch | RuntimeException e) { // UnsupportedOperationException: this Python lacks a function
                found.add(step.name, false, String.valueOf(e.getMessage()));
            }
        }
        return found;
    }

    /** Returns why no proof is tried at all, or null. */
    private static @Nullable String whyOpaque() {
        if ("opaque".equals(System.getProperty("sanca.layout"))) {
            return "asked for by -Dsanca.layout=opaque";
        }
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            return "not tried on big-endian machines";
        }
        if (Memory.getString(pylifecycle_h.Py_GetVersion()).contains("free-threading")) {
            return "a free-threaded build counts references with atomic operations";
        }
        if (LibPython.isAtLeast(3, NEWEST_MINOR + 1) || !LibPython.isAtLeast(3, 10)) {
            return "not tried with this version of Python";
        }
        return null;
    }

    /** Returns whether this build keeps a total of all reference counts, which inline counting would make wrong. */
    static boolean isDebugBuild() {
        return sysmodule_h.PySys_GetObject(Memory.constant("gettotalrefcount")) != 0;
    }
}
