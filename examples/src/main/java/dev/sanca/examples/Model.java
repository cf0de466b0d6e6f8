package dev.sanca.examples;

import dev.sanca.Python;
import dev.sanca.PythonException;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/** What fits the measurements, in Python. */
interface Model {
    /** What it is, for {@code fitted by …}. */
    String description();

    /**
     * Fits trend and season.
     *
     * @param columns doubles: all years, and then all ppm
     * @param future the years to forecast
     */
    Fit fit(MemorySegment columns, double[] future);

    /** Whether an error says that a module could not be imported. */
    static boolean isImportError(PythonException e) {
        return Set.of("ImportError", "ModuleNotFoundError").contains(e.typeName());
    }

    /**
     * NumPy's; where the runtime is another Python than NumPy was built for, that in plain Python.
     *
     * @throws PythonException if a CPython has no NumPy
     */
    static Model best(Python py) {
        try {
            return new NumPyModel(py);
        } catch (PythonException e) {
            String runtime = py.importModule("sys")
                    .getAttr("implementation")
                    .getAttr("name")
                    .asString();
            if (!isImportError(e) || runtime.equals("cpython")) {
                throw e;
            }
            return new PlainModel(py, "NumPy, which " + runtime + " cannot load here");
        }
    }
}
