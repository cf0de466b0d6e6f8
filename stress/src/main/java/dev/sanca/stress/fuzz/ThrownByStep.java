package dev.sanca.stress.fuzz;

/** What {@link Kind#THROW} throws. It must come out of all calls as the same object. */
final class ThrownByStep extends RuntimeException {
    private static final long serialVersionUID = 1;

    ThrownByStep() {
        super("thrown by a step");
    }
}
