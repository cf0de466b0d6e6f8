package dev.sanca.types;

import dev.sanca.internal.convert.ImportedAttribute;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.ZoneId;

/** A Python {@code datetime.tzinfo}. */
public final class PyTzInfo extends PyAny {
    private static final ImportedAttribute TYPE = new ImportedAttribute("datetime", "tzinfo");

    static final Kind<PyTzInfo> KIND =
            Kind.register(PyTzInfo.class, "datetime.tzinfo", PyTzInfo::new, TYPE.instances(), TYPE.exactly());

    PyTzInfo(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * The zone, by name, or by offset if that is fixed.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it has neither
     */
    public ZoneId toZoneId() {
        return as(ZoneId.class);
    }
}
