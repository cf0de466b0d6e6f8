package dev.sanca.cli.launcher;

/** Ends the launcher with a message and exit code 1. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
