package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Java gets where it asks for no class in particular, or for an interface that a value's class implements. */
@ExtendWith(OwnershipExtension.class)
class NaturalValuesTest {
    private static PyDict modules(Python py) {
        PyDict globals = py.dict();
        py.run("import array, ctypes, datetime, decimal, ipaddress, pathlib, uuid", globals);
        return globals;
    }

    @Test
    void objectIsTheNaturalValueOfEachClassOfValues() throws IOException {
        Map<String, Object> values = Map.of(
                "decimal.Decimal('1.10')", new BigDecimal("1.10"),
                "uuid.UUID(int=1)", new UUID(0, 1),
                "pathlib.Path('a/b')", Path.of("a/b"),
                "ipaddress.ip_address('::1')", InetAddress.ofLiteral("::1"),
                "datetime.date(2026, 12, 1)", LocalDate.of(2026, 12, 1),
                "datetime.time(1, 2)", LocalTime.of(1, 2),
                "datetime.datetime(2026, 12, 1)", LocalDateTime.of(2026, 12, 1, 0, 0),
                "datetime.datetime(2026, 12, 1, tzinfo=datetime.timezone.utc)",
                        ZonedDateTime.of(2026, 12, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                "datetime.timedelta(1)", Duration.ofDays(1),
                "[decimal.Decimal(1)]", List.of(BigDecimal.ONE));
        try (Python py = Python.attach()) {
            PyDict globals = modules(py);
            values.forEach((expression, value) -> assertThat(
                            py.eval(expression, globals).as(Object.class))
                    .as(expression)
                    .isEqualTo(value));
        }
    }

    @Test
    void whatJavaHasNoValueForStaysAReference() {
        try (Python py = Python.attach()) {
            for (String expression : List.of("decimal.Decimal('NaN')", "1j", "object()", "int")) {
                try (Py<?> kept = (Py<?>) py.eval(expression, modules(py)).as(Object.class)) {
                    assertThat(kept.isAlive()).as(expression).isTrue();
                }
            }
        }
    }

    @Test
    void interfaceOfAValueIsTheValue() {
        try (Python py = Python.attach()) {
            assertThat(py.of("x").as(Serializable.class)).isEqualTo("x");
            assertThat((Object) py.of("x").as(Comparable.class)).isEqualTo("x");
            assertThat((Object) py.of(5).as(Comparable.class)).isEqualTo(5L);
            assertThat(py.eval("decimal.Decimal('1.5')", modules(py)).as(Number.class))
                    .isEqualTo(new BigDecimal("1.5"));
            assertThat(py.list(1).as(Serializable.class)).isInstanceOf(ArrayList.class);
            assertThat(py.list(1).as(RandomAccess.class)).isEqualTo(List.of(1L));
            assertFails(
                    () -> py.of(5).as(EventListener.class),
                    "cannot convert int to a Java EventListener: it is not a value of a class that implements the interface");
        }
    }

    @Test
    @Tag("cpython") // another runtime may give a copy only
    void buffersShareTheMemoryAndKeepIt() {
        try (Python py = Python.attach()) {
            PyDict globals = modules(py);
            PyAny bytes = py.eval("bytearray(b'abc')", globals);
            ByteBuffer buffer = bytes.as(ByteBuffer.class);
            buffer.put(0, (byte) 'x');
            assertThat(bytes.repr()).isEqualTo("bytearray(b'xbc')");
            assertThat(py.of(new byte[] {1}).as(Buffer.class).isReadOnly()).isTrue();
            PyAny ints = py.eval("array.array('i', [1, 2])", globals);
            ints.as(IntBuffer.class).put(1, 7);
            assertThat(ints.repr()).isEqualTo("array('i', [1, 7])");
            assertFails(
                    () -> ints.as(DoubleBuffer.class),
                    "cannot convert array.array to a Java DoubleBuffer: the format of its elements is 'i', of 4 bytes");
            assertFails(() -> py.of("x").as(ByteBuffer.class), "it is not an object with a buffer");
        }
    }

    @Test
    void unsignedNumbersBeyondLongAreFloatingPointOnly() {
        try (Python py = Python.attach()) {
            PyAny large = py.eval("array.array('Q', [2**63])", modules(py));
            assertThat(large.as(double[].class)).containsExactly(0x1p63);
            assertThat(large.as(float[].class)).containsExactly(0x1p63f);
            assertFails(() -> large.as(long[].class), "element 0 of the buffer: 9223372036854775808");
        }
    }

    @Test
    void exceptionsAreValuesBothWays() {
        try (Python py = Python.attach()) {
            PythonException raised = catchThrowableOfType(PythonException.class, () -> py.eval("1 / 0"));
            assertThat(py.eval("lambda e: isinstance(e, ZeroDivisionError)")
                            .call(raised)
                            .asBoolean())
                    .isTrue();
            assertThat(py.of(raised).is(raised.value().bind(py))).isTrue();
            assertThat(py.eval("ValueError('v')").as(Throwable.class))
                    .isInstanceOf(PythonException.class)
                    .hasMessage("ValueError: v");
            assertThat(py.eval("ValueError('v')").as(Exception.class)).hasMessage("ValueError: v");
            IOException java = new IOException("disk");
            assertThat(py.of(java).as(Throwable.class)).isSameAs(java);
            assertFails(
                    () -> py.of(5).as(Throwable.class),
                    "cannot convert int to a Java Throwable: it is not an exception");
        }
    }

    /** Keeps what it is told to run. */
    public static final class Bus {
        private final List<Runnable> all = new ArrayList<>();

        /** Adds one. */
        public void add(Runnable listener) {
            all.add(listener);
        }

        /** Returns whether it was there. */
        public boolean remove(Runnable listener) {
            return all.remove(listener);
        }

        /** Returns the first one. */
        public Runnable first() {
            return all.getFirst();
        }
    }

    @Test
    void pythonObjectBehindAnInterfaceComesBackAsItself() {
        try (Python py = Python.attach()) {
            PyAny seen = py.eval("lambda bus, f: (bus.add(f), bus.first() is f, bus.remove(len), bus.remove(f))")
                    .call(new Bus(), py.eval("lambda: None"));
            assertThat(seen.repr()).isEqualTo("(None, True, False, True)");
        }
    }

    @Test
    void viewsOfOneObjectAreEqual() {
        try (Python py = Python.attach()) {
            PyAny f = py.eval("lambda: None");
            Runnable one = f.as(Runnable.class);
            assertThat(one).isEqualTo(f.as(Runnable.class)).hasSameHashCodeAs(f.as(Runnable.class));
            assertThat(one)
                    .isNotEqualTo(py.eval("lambda: None").as(Runnable.class))
                    .isNotEqualTo("x");
            assertThat(py.of(one).is(f)).isTrue();
        }
    }
}
