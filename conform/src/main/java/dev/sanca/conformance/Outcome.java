package dev.sanca.conformance;

/** How a test ended. */
enum Outcome {
    /** It has not ended, or never did. */
    STARTED,
    PASSED,
    FAILED,
    /** It behaved differently, in the way that a {@code KnownDifference} describes. */
    DIFFERENT,
    /** It said itself that it does not apply. */
    OMITTED
}
