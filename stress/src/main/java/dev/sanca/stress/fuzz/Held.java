package dev.sanca.stress.fuzz;

import dev.sanca.types.PyAny;

/**
 * A bound reference.
 *
 * @param reference the reference, open as the model says
 * @param object the number of its object
 */
record Held(PyAny reference, int object) {}
