package dev.sanca.examples;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Fits as {@link NumPyModel} does, in plain Python; a hundred times slower, and to the same numbers but for rounding. */
final class PlainModel implements Model {
    private static final String FILE = "least_squares.py";

    private final Python py;
    private final PyModule module;
    private final String insteadOf;

    /**
     * Loads it.
     *
     * @param insteadOf for the description
     */
    PlainModel(Python py, String insteadOf) {
        this.py = py;
        this.module = py.moduleFromCode(source(), FILE, "least_squares");
        this.insteadOf = insteadOf;
    }

    private static String source() {
        try (InputStream in = PlainModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not beside the class files. Build the examples again: ./sanca demo");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String description() {
        return "plain Python, in place of " + insteadOf;
    }

    @Override
    public Fit fit(MemorySegment columns, double[] future) {
        PyAny fit = module.callMethod("fit", py.of(columns), py.list(future), Fit.EPOCH, Fit.HARMONICS);
        return new Fit(
                fit.getItem(0).as(double[].class),
                fit.getItem(1).as(double[].class),
                fit.getItem(2).asDouble(),
                fit.getItem(3).as(double[].class),
                fit.getItem(4).as(double[].class));
    }
}
