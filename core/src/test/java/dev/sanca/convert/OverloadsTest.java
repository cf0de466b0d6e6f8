package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyDict;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Java method a call from Python means. */
@ExtendWith(OwnershipExtension.class)
class OverloadsTest {
    /** A method for each way of passing something; each says what it got. */
    public static class Overloaded extends Hidden implements Shape<String> {
        public String take(boolean v) {
            return "boolean " + v;
        }

        public String take(int v) {
            return "int " + v;
        }

        public String take(Long v) {
            return "Long " + v;
        }

        public String take(double v) {
            return "double " + v;
        }

        public String take(char v) {
            return "char " + v;
        }

        public String take(String v) {
            return "String " + v;
        }

        public String take(List<Integer> v) {
            return "List " + v;
        }

        public String take(Map<String, Integer> v) {
            return "Map " + v;
        }

        public String take(Object v) {
            return "Object " + v;
        }

        public String base(Number v) {
            return "Number";
        }

        public String base(Random v) {
            return "Random";
        }

        public String base(Special v) {
            return "Special";
        }

        public String character(Object v) {
            return "Object";
        }

        public String character(char v) {
            return "char";
        }

        public String many(String first, Object... rest) {
            return "many " + first + Arrays.toString(rest);
        }

        public String many(String first, String second) {
            return "two " + first + second;
        }

        public String numbers(int... values) {
            return "numbers " + Arrays.toString(values);
        }

        public String maybe(Optional<String> v) {
            return "maybe " + v;
        }

        public String text(String v) {
            return "text " + v;
        }

        public String primitive(int v) {
            return "primitive " + v;
        }

        public String unreadable(StringJoiner v) {
            return "joiner " + v;
        }

        public static String ofClass(int v) {
            return "static " + v;
        }

        @Override
        public String shape(String v) {
            return "shape " + v;
        }

        public void nothing() {}

        @SuppressWarnings("unused")
        private String secret() {
            return "secret";
        }

        @Override
        public String toString() {
            return "overloaded";
        }
    }

    /** Overloads of which two or more could take each container. */
    public static class Containers {
        public String all(Collection<?> v) {
            return "Collection " + v;
        }

        public String all(Map<?, ?> v) {
            return "Map " + v;
        }

        public String text(Thread.State v) {
            return "State " + v;
        }

        public String text(CharSequence v) {
            return "CharSequence " + v;
        }

        public String range(int from, long to) {
            return from + " to " + to;
        }

        public String range(String both) {
            return both;
        }
    }

    /** A subclass for overloads to choose by. */
    public static final class Special extends Random {
        private static final long serialVersionUID = 1;
    }

    /** Generic, so that its implementation has a bridge. */
    public interface Shape<T> {
        String shape(T v);

        default String fromInterface() {
            return "default";
        }
    }

    static class Hidden {
        public String fromHidden() {
            return "hidden";
        }
    }

    private static PyDict globals(Python py) {
        PyDict globals = py.dict();
        globals.setItem("o", py.of(new Overloaded()));
        globals.setItem("random", py.of(new Random(1)));
        globals.setItem("special", py.of(new Special()));
        globals.setItem("joiner", py.of(new StringJoiner("-").add("a")));
        return globals;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.all({'a': 1})       | Map {a=1}
            c.all([1])            | Collection [1]
            c.all({1})            | Collection [1]
            c.text('NEW')         | CharSequence NEW
            c.range(1, 2)         | 1 to 2
            c.range(1, to=2)      | 1 to 2
            c.range(to=2, from=1) | 1 to 2
            c.range(both='x')     | x
            """)
    void containersTextAndNamesChoose(String call, String expected) {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("c", py.of(new Containers()));
            String adapted = call.replace("from=1", "**{'from': 1}");
            assertThat(py.eval(adapted, globals).asString()).isEqualTo(expected);
        }
    }

    @Test
    void unknownNameOfAParameterIsRefused() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("c", py.of(new Containers()));
            assertFails(
                    () -> py.eval("c.range(1, until=2)", globals),
                    "no overload of a Java method takes these arguments: range(int, until=int) of");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o.take(True)             | boolean true
            o.take(5)                | int 5
            o.take(2**31)            | Long 2147483648
            o.take(2**63)            | double 9.223372036854775807E18
            o.take(1.5)              | double 1.5
            o.take('x')              | String x
            o.take('xy')             | String xy
            o.take([1, 2])           | List [1, 2]
            o.take({'a': 1})         | Map {a=1}
            o.take(o)                | Object overloaded
            o.take(None)             | Long null
            o.base(random)           | Random
            o.base(special)          | Special
            o.base(5)                | Number
            o.character('x')         | char
            o.character('xy')        | Object
            o.many('a')              | many a[]
            o.many('a', 'b')         | two ab
            o.many('a', 1)           | many a[1]
            o.many('a', 1, None, [2])| many a[1, null, [2]]
            o.numbers()              | numbers []
            o.numbers(1)             | numbers [1]
            o.numbers(1, 2)          | numbers [1, 2]
            o.numbers([1, 2])        | numbers [1, 2]
            o.maybe(None)            | maybe Optional.empty
            o.maybe('x')             | maybe Optional[x]
            o.text(None)             | text null
            o.unreadable(joiner)     | joiner a
            o.ofClass(1)             | static 1
            o.shape('x')             | shape x
            o.fromInterface()        | default
            o.fromHidden()           | hidden
            str(o.nothing())         | None
            """)
    void firstThatFitsIsCalled(String expression, String result) {
        try (Python py = Python.attach()) {
            String expected = expression.contains("2**63") ? "double " + 0x1p63 : result;
            assertThat(py.eval(expression, globals(py)).asString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o.primitive(None)    | primitive(NoneType) of
            o.primitive('x')     | there are primitive(int)
            o.text(1)            | text(int) of
            o.text()             | text() of
            o.text('a', 'b')     | text(str, str) of
            o.many()             | there are many(String, String), many(String, Object...)
            o.numbers(1, 'x')    | there are numbers(int...)
            o.base('x')          | there are base(Special), base(Random), base(Number)
            o.shape(1)           | there are shape(String)
            o.unreadable(random) | unreadable(sanca.JavaObject) of
            """)
    void callThatFitsNothingListsTheCandidates(String expression, String part) {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py);
            assertFails(
                    () -> py.eval(expression, globals),
                    "TypeError: no overload of a Java method takes these arguments: ");
            assertFails(() -> py.eval(expression, globals), part);
        }
    }

    @Test
    void nameThatIsNoParameterIsRefused() {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py);
            assertFails(
                    () -> py.eval("o.text(missing='x')", globals),
                    "TypeError: no overload of a Java method takes these arguments: text(missing=str)");
        }
    }

    @Test
    void methodsThatAreNotForAllAreMissing() {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py);
            assertFails(() -> py.eval("o.secret()", globals), "AttributeError: ");
            assertFails(() -> py.eval("o.clone()", globals), "AttributeError: ");
        }
    }

    @Test
    void errorOfPythonCodeInAnArgumentIsNotTakenForMisfit() {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py);
            py.run("""
                    class Broken:
                        def __index__(self):
                            raise KeyError('mine')
                    """, globals);
            assertFails(() -> py.eval("o.primitive(Broken())", globals), "KeyError: 'mine'");
        }
    }

    @Test
    void methodsOfTheJdkAreFound() {
        try (Python py = Python.attach()) {
            PyDict globals = globals(py);
            globals.setItem("runtime", py.of(Runtime.getRuntime()));
            assertThat(py.eval("joiner.add('b').add('c').toString()", globals).asString())
                    .isEqualTo("a-b-c");
            assertThat(py.eval("joiner.length()", globals).asInt()).isEqualTo(5);
            assertThat(py.eval("0 <= random.nextInt(5) < 5 and 3 <= random.nextInt(3, 5) < 5", globals)
                            .isTruthy())
                    .isTrue();
            assertThat(py.eval("runtime.availableProcessors()", globals).asInt())
                    .isPositive();
            assertThatThrownBy(() -> py.eval("random.nextInt(-5)", globals))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> py.eval("random.getClass().getMethod('none')", globals))
                    .isInstanceOf(NoSuchMethodException.class);
        }
    }
}
