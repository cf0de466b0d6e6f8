package dev.sanca;

/**
 * No Python can be started as configured. The message names the path, the reason and the fix.
 */
public final class PythonConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the path, what is wrong with it, and what to do
     */
    public PythonConfigException(String message) {
        super(message);
    }

    /**
     * Creates the exception with what led to it.
     *
     * @param message the path, what is wrong with it, and what to do
     * @param cause what led to it
     */
    public PythonConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
