package dev.sanca.graalpy;

/**
 * A wrapper that hides a Java object from Python while Python holds it. Without it GraalPy would convert a string, a
 * number or a list to a Python object.
 *
 * @param object the Java object
 */
record OpaqueObject(Object object) {}
