package dev.sanca.stress.fuzz;

/** Sanca does not do what the model says. */
final class Disagreement extends AssertionError {
    private static final long serialVersionUID = 1;

    Disagreement(String message) {
        super(message);
    }

    static void unless(boolean agrees, String message) {
        if (!agrees) {
            throw new Disagreement(message);
        }
    }
}
