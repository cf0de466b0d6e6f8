package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.types.PyAny;

/**
 * A detached reference.
 *
 * @param reference the reference, open as the model says
 * @param object the number of its object
 */
record Detached(Py<PyAny> reference, int object) {}
