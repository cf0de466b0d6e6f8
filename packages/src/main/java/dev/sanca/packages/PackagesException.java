package dev.sanca.packages;

import org.jspecify.annotations.Nullable;

/** The packages cannot be locked, fetched or written; the message says why, and what to do. */
public final class PackagesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what happened, why, and what to do
     */
    public PackagesException(String message) {
        super(message);
    }

    PackagesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
