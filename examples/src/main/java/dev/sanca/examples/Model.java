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
        String runtime =
                py.importModule("sys").getAttr("implementation").getAttr("name").asString();
        if (runtime.equals("cpython")) {
            return new NumPyModel(py);
        }
        if (py.importModule("importlib.util").callMethod("find_spec", "numpy").isNone()) {
            return plain(
                    py, runtime); // an exception would be kept until Java's collector finds it, and be in the account
        }
        try {
            return new NumPyModel(py);
        } catch (PythonException e) {
            if (!isImportError(e)) {
                throw e;
            }
            return plain(py, runtime);
        }
    }

    private static Model plain(Python py, String runtime) {
        return new PlainModel(py, "NumPy, which " + runtime + " cannot load here");
    }
}
