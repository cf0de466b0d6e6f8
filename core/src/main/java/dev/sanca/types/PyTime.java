package dev.sanca.types;

import dev.sanca.internal.convert.ImportedAttribute;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.LocalTime;
import java.time.OffsetTime;

/** A Python {@code datetime.time}, with or without a {@code tzinfo}. */
public final class PyTime extends PyAny {
    private static final ImportedAttribute TYPE = new ImportedAttribute("datetime", "time");

    static final Kind<PyTime> KIND =
            Kind.register(PyTime.class, "datetime.time", PyTime::new, TYPE.instances(), TYPE.exactly());

    PyTime(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * The time.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it has a {@code tzinfo}
     */
    public LocalTime toLocalTime() {
        return as(LocalTime.class);
    }

    /**
     * The time with its offset.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it has none
     */
    public OffsetTime toOffsetTime() {
        return as(OffsetTime.class);
    }
}
