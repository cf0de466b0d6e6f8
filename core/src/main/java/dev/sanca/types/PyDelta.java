package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.Duration;

/**
 * A Python {@code datetime.timedelta}; to the microsecond.
 *
 * @see <a href="https://docs.python.org/3/library/datetime.html#timedelta-objects">datetime: timedelta Objects, in
 *     Python's documentation</a>
 */
public final class PyDelta extends PyAny {
    static final Kind<PyDelta> KIND =
            Kind.register(PyDelta.class, "datetime.timedelta", PyDelta::new, PythonType.of("datetime.timedelta"));

    PyDelta(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the duration, which may be negative. It has no overflow: Python's longest is 999,999,999 days.
     *
     * @return the duration, exactly
     */
    public Duration toDuration() {
        return as(Duration.class);
    }
}
