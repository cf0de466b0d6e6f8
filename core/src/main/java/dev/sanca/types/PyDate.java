package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.time.LocalDate;

/**
 * A Python {@code datetime.date}; a {@code datetime.datetime} is one too.
 *
 * <p><b>Cost:</b> each part is an attribute: one native call or two.
 *
 * @see <a href="https://docs.python.org/3/library/datetime.html#date-objects">datetime: date Objects, in Python's
 *     documentation</a>
 */
public final class PyDate extends PyAny {
    static final Kind<PyDate> KIND =
            Kind.register(PyDate.class, "datetime.date", PyDate::new, PythonType.of("datetime.date"));

    PyDate(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the year: {@code this.year}.
     *
     * @return the year, 1 to 9999
     */
    public int year() {
        return number("year");
    }

    /**
     * Returns the month: {@code this.month}.
     *
     * @return the month, 1 to 12
     */
    public int month() {
        return number("month");
    }

    /**
     * Returns the day of the month: {@code this.day}.
     *
     * @return the day, 1 to 31
     */
    public int day() {
        return number("day");
    }

    /**
     * Returns the date. For a {@code datetime} that is the date of its local time; {@code as(LocalDate.class)} refuses
     * one.
     *
     * @return the date
     */
    public LocalDate toLocalDate() {
        return LocalDate.of(year(), month(), day());
    }

    private int number(String name) {
        try (PyAny value = getAttr(name)) {
            return value.asInt();
        }
    }
}
