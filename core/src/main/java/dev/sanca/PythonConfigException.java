package dev.sanca;

/**
 * Thrown if no Python can be started with a {@link PythonConfig}. The message names the path, the reason and the fix.
 */
public final class PythonConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the path, what is wrong with it, and how to correct it
     */
    public PythonConfigException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the path, what is wrong with it, and how to correct it
     * @param cause the exception that led to this one
     */
    public PythonConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
