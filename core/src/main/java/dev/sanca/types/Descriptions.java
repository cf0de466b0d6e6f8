package dev.sanca.types;

import dev.sanca.internal.reference.Refs;
import org.jspecify.annotations.Nullable;

/** What {@code toString} says of a reference, whatever its state. */
final class Descriptions {
    private Descriptions() {}

    /** Returns the text; throws nothing, whatever {@code __str__} throws, and however little stack or memory is left. */
    static String of(PyAny reference) {
        try {
            return textOrWhyNot(reference);
        } catch (Throwable e) {
            return "PyAny (no text: too little stack or memory is left)";
        }
    }

    private static String textOrWhyNot(PyAny reference) {
        String why;
        if (Refs.isUsable(reference)) {
            try {
                return reference.str();
            } catch (Throwable e) { // also a checked exception, which Java code below __str__ threw
                why = "str() failed: " + message(e);
            }
        } else {
            why = reference.isAlive() ? "not usable on this thread now" : "closed";
        }
        return reference.getClass().getSimpleName() + " (" + why + ")";
    }

    /** A user's exception may override {@code getMessage}. */
    private static @Nullable String message(Throwable error) {
        try {
            return error.getMessage();
        } catch (Throwable e) {
            return error.getClass().getName();
        }
    }
}
