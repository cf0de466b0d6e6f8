package dev.sanca.benchmarks.peers;

/** A system that cannot be built or started here; its message is what its row says. */
final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
        super(message);
    }
}
