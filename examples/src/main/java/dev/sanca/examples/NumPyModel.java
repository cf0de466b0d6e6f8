package dev.sanca.examples;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits trend and season by least squares, in NumPy; nothing is computed in Java.
 *
 * <p><b>Ownership:</b> every intermediate array is a bound reference of the innermost scope; the caller closes that.
 */
final class NumPyModel implements Model {
    private final Python py;
    private final PyModule numpy;

    NumPyModel(Python py) {
        this.py = py;
        this.numpy = py.importModule("numpy");
    }

    @Override
    public String description() {
        return "NumPy " + numpy.getAttr("__version__").asString() + ", on Java's memory";
    }

    @Override
    public Fit fit(MemorySegment columns, double[] future) {
        return fit(share(columns), future);
    }

    /** An array of two rows on top of Java's memory; nothing is copied. */
    PyAny share(MemorySegment columns) {
        PyAny flat = numpy.callMethod("frombuffer", py.of(columns), Kwargs.of("dtype", "float64"));
        return flat.callMethod("reshape", 2, -1);
    }

    /**
     * Fits.
     *
     * @param data a row of years and a row of ppm
     * @param future the years to forecast
     */
    private Fit fit(PyAny data, double[] future) {
        PyAny design = design(data.getItem(0));
        PyAny ppm = data.getItem(1);
        PyAny coefficients =
                numpy.getAttr("linalg").callMethod("lstsq", design, ppm).getItem(0);

        PyAny fitted = design.matmul(coefficients);
        PyAny residuals = ppm.sub(fitted);
        int freedom = ppm.len() - coefficients.len();
        PyAny variance = residuals.matmul(residuals).div(freedom);

        // The variance of a forecast is that of one month, and that of the coefficients as the month sees them.
        PyAny ahead = design(numpy.callMethod("asarray", future));
        PyAny inverse =
                numpy.getAttr("linalg").callMethod("inv", design.getAttr("T").matmul(design));
        PyAny seen = ahead.matmul(inverse).mul(ahead).callMethod("sum", Kwargs.of("axis", 1));
        PyAny band = root(seen.add(1).mul(variance)).mul(2);

        return new Fit(
                coefficients.as(double[].class),
                fitted.as(double[].class),
                root(variance).asDouble(),
                ahead.matmul(coefficients).as(double[].class),
                band.as(double[].class));
    }

    /** One column for each coefficient of {@link Fit}. */
    private PyAny design(PyAny years) {
        PyAny t = years.sub(Fit.EPOCH);
        List<@Nullable Object> columns = new ArrayList<>(List.of(t.pow(0), t, t.pow(2)));
        for (int k = 1; k <= Fit.HARMONICS; k++) {
            PyAny angle = t.mul(2 * Math.PI * k);
            columns.add(numpy.callMethod("cos", angle));
            columns.add(numpy.callMethod("sin", angle));
        }
        return numpy.callMethod("column_stack", py.tuple(columns));
    }

    private PyAny root(PyAny value) {
        return numpy.callMethod("sqrt", value);
    }
}
