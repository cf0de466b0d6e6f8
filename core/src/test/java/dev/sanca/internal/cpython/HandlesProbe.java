package dev.sanca.internal.cpython;

/** Lets tests of other packages see how many Java objects Python holds. */
public final class HandlesProbe {
    private HandlesProbe() {}

    /** How many Java objects Python holds. */
    public static int count() {
        return Handles.count();
    }
}
