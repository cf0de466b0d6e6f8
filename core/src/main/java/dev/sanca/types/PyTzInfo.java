package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.ZoneId;

/**
 * A Python {@code datetime.tzinfo}, such as {@code datetime.timezone.utc} or a {@code zoneinfo.ZoneInfo}.
 *
 * @see <a href="https://docs.python.org/3/library/datetime.html#tzinfo-objects">datetime: tzinfo Objects, in Python's
 *     documentation</a>
 */
public final class PyTzInfo extends PyAny {
    static final Kind<PyTzInfo> KIND =
            Kind.register(PyTzInfo.class, "datetime.tzinfo", PyTzInfo::new, PythonType.of("datetime.tzinfo"));

    PyTzInfo(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the zone: by name if it has a {@code key}, as {@code zoneinfo} has it, else by its fixed offset,
     * {@code this.utcoffset(None)}.
     *
     * @return the zone
     * @throws dev.sanca.PythonException {@code TypeError} if it has neither; {@code ValueError} if Java does not know
     *     the name, or has no such offset
     */
    public ZoneId toZoneId() {
        return as(ZoneId.class);
    }
}
