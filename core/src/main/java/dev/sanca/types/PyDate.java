package dev.sanca.types;

import dev.sanca.internal.convert.ImportedAttribute;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.LocalDate;

/** A Python {@code datetime.date}; a {@code datetime} is one too. */
public final class PyDate extends PyAny {
    private static final ImportedAttribute TYPE = new ImportedAttribute("datetime", "date");

    static final Kind<PyDate> KIND =
            Kind.register(PyDate.class, "datetime.date", PyDate::new, TYPE.instances(), TYPE.exactly());

    PyDate(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The year, 1 to 9999. */
    public int year() {
        return number("year");
    }

    /** The month, 1 to 12. */
    public int month() {
        return number("month");
    }

    /** The day of the month, from 1. */
    public int day() {
        return number("day");
    }

    /** The date. */
    public LocalDate toLocalDate() {
        return LocalDate.of(year(), month(), day());
    }

    private int number(String name) {
        try (PyAny value = getAttr(name)) {
            return value.asInt();
        }
    }
}
