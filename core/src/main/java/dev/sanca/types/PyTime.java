package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.LocalTime;
import java.time.OffsetTime;

/**
 * A Python {@code datetime.time}, with or without a {@code tzinfo}; to the microsecond.
 *
 * @see <a href="https://docs.python.org/3/library/datetime.html#time-objects">datetime: time Objects, in Python's
 *     documentation</a>
 */
public final class PyTime extends PyAny {
    static final Kind<PyTime> KIND =
            Kind.register(PyTime.class, "datetime.time", PyTime::new, PythonType.of("datetime.time"));

    PyTime(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the time of a naive {@code time}. {@code fold} is left out.
     *
     * @return the time, to the microsecond
     * @throws dev.sanca.PythonException {@code TypeError} if it has a {@code tzinfo}, which a {@link LocalTime} would
     *     lose
     */
    public LocalTime toLocalTime() {
        return as(LocalTime.class);
    }

    /**
     * Returns the time of an aware {@code time}, with the offset that {@code utcoffset()} returns.
     *
     * @return the time with its offset
     * @throws dev.sanca.PythonException {@code TypeError} if it has no {@code tzinfo}, or one that needs a date to tell
     *     the offset; {@code ValueError} for an offset that Java has not: of more than 18 hours, or with a fraction of
     *     a second
     */
    public OffsetTime toOffsetTime() {
        return as(OffsetTime.class);
    }
}
