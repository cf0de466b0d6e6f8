package dev.sanca.internal.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types made by Sanca: their data lies behind that of any base, and before what any subclass adds. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class JavaHolderTest {
    /** Each base with how Python makes an instance, and with what it then does to it. */
    private static final String EXERCISES = """
            object    | Holder()               |
            list      | Holder([1, 2])         | x.extend(range(1000)); x.sort(); del x[5:]; assert x == [0, 1, 1, 2, 2]
            dict      | Holder(a=1)            | x.update({i: i for i in range(1000)}); x.clear(); x['k'] = 1; assert x == {'k': 1}
            set       | Holder([1])            | x.update(range(1000)); x.clear(); x.add(2); assert x == {2}
            Exception | Holder('message')      | x.note = 1; assert x.args == ('message',); assert x.note == 1
            OSError   | Holder(2, 'no', 'file')| x.filename = 'f'; assert x.errno == 2 and x.filename == 'f'
            type      | Holder('C', (), {'__slots__': ('a', 'b')}) | i = x(); i.a = 1; i.b = 2; x.late = 3; assert i.a + i.b + i.late == 6
            """;

    private static final long PATTERN = 0x0123_4567_89AB_CDEFL;

    private static void fill(JavaHolder holder, PyAny object) {
        long word = Refs.word(object);
        for (int i = 0; i < Holders.BYTES; i += Long.BYTES) {
            assertThat(holder.getLong(word, i)).isZero();
            holder.putLong(word, i, PATTERN * (i + 1));
        }
        holder.hold(ThreadState.attached("a test"), Refs.word(object), object.getClass());
    }

    private static void checkFilled(JavaHolder holder, PyAny object) {
        for (int i = 0; i < Holders.BYTES; i += Long.BYTES) {
            assertThat(holder.getLong(Refs.word(object), i)).as("at %d", i).isEqualTo(PATTERN * (i + 1));
        }
        assertThat(holder.heldOrNull(Refs.word(object))).isSameAs(object.getClass());
    }

    private static void exercise(Python py, JavaHolder holder, PyDict globals, String make, String exercise) {
        globals.setItem("Holder", Holders.type(py, holder));
        py.run("x = " + (globals.contains("Sub") ? make.replace("Holder", "Sub") : make), globals);
        PyAny x = globals.getItem("x");
        fill(holder, x);
        if (exercise != null) {
            py.run(exercise, globals);
        }
        py.run("import gc; gc.collect(); repr(x); bool(x); x == x; dir(x)", globals);
        checkFilled(holder, x);
        py.run("del x; gc.collect()", globals);
        checkFilled(holder, x);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXERCISES)
    void dataSurvivesWhatTheBaseDoes(String base, String make, String exercise) {
        try (Python py = Python.attach()) {
            exercise(py, Holders.of(py, base), py.dict(), make, exercise);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXERCISES)
    void dataSurvivesSubclassWithSlots(String base, String make, String exercise) {
        if (base.equals("type")) {
            return; // Python allows no __slots__ in a class of classes
        }
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            PyDict globals = py.dict();
            globals.setItem("Holder", Holders.type(py, holder));
            py.run("class Sub(Holder): __slots__ = ('a', 'b', 'c')", globals);
            exercise(
                    py,
                    holder,
                    globals,
                    make,
                    exercise(exercise, "x.a = x.b = x.c = 'slot'; del x.b; assert x.a == x.c"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXERCISES)
    void dataSurvivesSubclassWithDict(String base, String make, String exercise) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            PyDict globals = py.dict();
            globals.setItem("Holder", Holders.type(py, holder));
            py.run("class Sub(Holder): pass", globals);
            exercise(py, holder, globals, make, exercise(exercise, """
                    for i in range(100): setattr(x, 'n%d' % i, i)
                    assert x.n99 == 99"""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXERCISES)
    void dataSurvivesSeveralBases(String base, String make, String exercise) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            PyDict globals = py.dict();
            globals.setItem("Holder", Holders.type(py, holder));
            py.run("""
                    class Mixin: extra = 5
                    class Left(Holder): pass
                    class Right(Holder): pass
                    class Sub(Mixin, Left, Right): pass
                    """, globals);
            exercise(py, holder, globals, make, exercise(exercise, "x.own = 1; assert x.extra + x.own == 6"));
        }
    }

    private static String exercise(String first, String second) {
        return first == null ? second : first + "\n" + second;
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "list", "dict", "set", "Exception", "OSError", "type"})
    void objectOfAnotherClassIsRefused(String base) {
        try (Python py = Python.attach()) {
            JavaHolder holder = Holders.of(py, base);
            for (String other : new String[] {"object()", "[]", "{}", "Exception()", "type", "5"}) {
                PyAny object = py.eval(other);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> holder.getLong(Refs.word(object), 0))
                        .withMessageContaining("the object is no instance of sanca_test.Holder_" + base);
                assertThat(holder.heldOrNull(Refs.word(object))).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PyLong_Type", "PyTuple_Type", "PyBytes_Type"})
    void baseWithItemsIsRefused(String base) {
        try (Python py = Python.attach()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            JavaHolder.make(Face.state(py), new TypeSpec("sanca_test.Bad"), LibPython.address(base), 8))
                    .withMessageContaining("instances of the base of sanca_test.Bad have their items");
        }
    }

    @Test
    void classThatCannotBeSubclassedIsRefusedByPython() {
        try (Python py = Python.attach()) {
            assertThatThrownBy(() -> JavaHolder.make(
                            Face.state(py), new TypeSpec("sanca_test.Bad"), LibPython.address("PyBool_Type"), 8))
                    .isInstanceOfAny(PythonException.class, IllegalArgumentException.class);
        }
    }
}
