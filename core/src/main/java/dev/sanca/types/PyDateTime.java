package dev.sanca.types;

import dev.sanca.internal.convert.ImportedAttribute;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** A Python {@code datetime.datetime}: naive, or aware of its offset by a {@code tzinfo}. */
public final class PyDateTime extends PyAny {
    private static final ImportedAttribute TYPE = new ImportedAttribute("datetime", "datetime");

    static final Kind<PyDateTime> KIND =
            Kind.register(PyDateTime.class, "datetime.datetime", PyDateTime::new, TYPE.instances(), TYPE.exactly());

    PyDateTime(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** Whether it knows its offset from UTC. */
    public boolean isAware() {
        try (PyAny offset = callMethod("utcoffset")) {
            return !offset.isNone();
        }
    }

    /**
     * The local time.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it has a {@code tzinfo}
     */
    public LocalDateTime toLocalDateTime() {
        return as(LocalDateTime.class);
    }

    /**
     * The moment.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it is naive
     */
    public Instant toInstant() {
        return as(Instant.class);
    }

    /**
     * The local time with its zone; with its offset where the {@code tzinfo} has no name.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it is naive
     */
    public ZonedDateTime toZonedDateTime() {
        return as(ZonedDateTime.class);
    }
}
