package dev.sanca;

/** Which Python to start, and how. Immutable. */
public final class PythonConfig {
    private PythonConfig() {}
}
