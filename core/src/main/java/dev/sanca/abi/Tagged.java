package dev.sanca.abi;

/** Where tagged words go. CPython's own words are never tagged, so that until a runtime brings some, each is an error. */
final class Tagged {
    private Tagged() {}

    /** What to throw for a tagged word. */
    static IllegalStateException unowned(long word) {
        return new IllegalStateException("The word 0x" + Long.toHexString(word)
                + " is tagged, but no runtime in this process owns tagged words. It is not a reference to a Python object:"
                + " report this as a defect of Sanca.");
    }
}
