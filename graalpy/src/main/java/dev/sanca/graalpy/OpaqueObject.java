package dev.sanca.graalpy;

/**
 * A Java object on its way through Python, which sees nothing of it. Without this cover GraalPy would take a string, a
 * number or a list for its own.
 */
record Held(Object object) {}
