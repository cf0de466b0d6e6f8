package dev.sanca.types;

import dev.sanca.internal.convert.ImportedAttribute;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.Duration;

/** A Python {@code datetime.timedelta}. */
public final class PyDelta extends PyAny {
    private static final ImportedAttribute TYPE = new ImportedAttribute("datetime", "timedelta");

    static final Kind<PyDelta> KIND =
            Kind.register(PyDelta.class, "datetime.timedelta", PyDelta::new, TYPE.instances(), TYPE.exactly());

    PyDelta(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The duration. */
    public Duration toDuration() {
        return as(Duration.class);
    }
}
