package dev.sanca.types;

import dev.sanca.internal.reference.Refs;

/** What {@code toString} says of a reference, whatever its state. */
final class Descriptions {
    private Descriptions() {}

    static String of(PyAny reference) {
        String why;
        if (Refs.isUsable(reference)) {
            try {
                return reference.str();
            } catch (RuntimeException | Error e) {
                why = "str() failed: " + e.getMessage();
            }
        } else {
            why = reference.isAlive() ? "not usable on this thread now" : "closed";
        }
        return reference.getClass().getSimpleName() + " (" + why + ")";
    }
}
