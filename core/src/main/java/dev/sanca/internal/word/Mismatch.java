package dev.sanca.internal.word;

/** An object does not have the expected layout. The item of the layout stays opaque for the reason in the message. */
final class Mismatch extends Exception {
    private static final long serialVersionUID = 1;

    Mismatch(String reason) {
        super(reason, null, false, false);
    }

    static void unless(boolean expected, String reason) throws Mismatch {
        if (!expected) {
            throw new Mismatch(reason);
        }
    }
}
