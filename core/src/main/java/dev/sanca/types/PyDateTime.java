package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * A Python {@code datetime.datetime}: naive, or aware of its offset by a {@code tzinfo}; to the microsecond.
 *
 * <p>The date alone is that of {@link PyDate}, to which it can be {@linkplain #cast cast}.
 *
 * @see <a href="https://docs.python.org/3/library/datetime.html#datetime-objects">datetime: datetime Objects, in
 *     Python's documentation</a>
 */
public final class PyDateTime extends PyAny {
    static final Kind<PyDateTime> KIND =
            Kind.register(PyDateTime.class, "datetime.datetime", PyDateTime::new, PythonType.of("datetime.datetime"));

    PyDateTime(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns whether it knows its offset from UTC: whether {@code this.utcoffset()} is not {@code None}.
     *
     * @return true if it is aware, false if it is naive or its {@code tzinfo} does not tell the offset
     * @throws dev.sanca.PythonException whatever the {@code tzinfo} raises
     */
    public boolean isAware() {
        try (PyAny offset = callMethod("utcoffset")) {
            return !offset.isNone();
        }
    }

    /**
     * Returns the local time of a naive {@code datetime}.
     *
     * @return date and time, to the microsecond
     * @throws dev.sanca.PythonException {@code TypeError} if it has a {@code tzinfo}, which a {@link LocalDateTime}
     *     would lose
     */
    public LocalDateTime toLocalDateTime() {
        return as(LocalDateTime.class);
    }

    /**
     * Returns the moment of an aware {@code datetime}.
     *
     * @return the moment, to the microsecond
     * @throws dev.sanca.PythonException {@code TypeError} if it is naive; {@code ValueError} for an offset that Java
     *     has not: of more than 18 hours, or with a fraction of a second
     */
    public Instant toInstant() {
        return as(Instant.class);
    }

    /**
     * Returns the local time of an aware {@code datetime} with its zone: the one named by the {@code key} of its
     * {@code tzinfo}, as {@code zoneinfo} has it, else its offset.
     *
     * @return the time; of two that a zone has at the end of summer time, the one of this offset
     * @throws dev.sanca.PythonException {@code TypeError} if it is naive; {@code ValueError} if Java does not know the
     *     zone, or has no such offset
     */
    public ZonedDateTime toZonedDateTime() {
        return as(ZonedDateTime.class);
    }
}
