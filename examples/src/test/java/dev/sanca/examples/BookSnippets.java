package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The snippets of the chapters of the book that are no program of their own: a test for each, with what it prints. */
class BookSnippets {
    private static final PrintStream STDOUT = System.out;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Python py;

    @BeforeEach
    void attach() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        py = Python.attach();
    }

    @AfterEach
    void detach() {
        System.setOut(STDOUT);
        py.close();
        assertThat(Python.stats().liveBound()).isZero();
    }

    private List<String> printed() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void closingReleases() {
        PyAny name = py.string("kembang");
        name.close();
        IO.println(name.isAlive()); // false

        assertThat(printed()).containsExactly("false");
    }

    @Test
    void scopesEndEarlier() {
        PyAny longest;
        try (Scope scope = py.scope()) {
            PyAny candidates = py.list("bola", "kembang", "hijau");
            longest = scope.keep(py.eval("max").call(candidates, Kwargs.of("key", py.eval("len"))));
        } // candidates is released here
        IO.println(longest.str()); // kembang

        assertThat(printed()).containsExactly("kembang");
    }

    @Test
    void detachedReferencesTravel() {
        Py<PyDict> kept = Python.attach(token -> Py.of(token.dict()));
        Python.attach(token -> {
            kept.bind(token).set("kembang", 6.5);
            return null;
        });
        long length = Python.attach(token -> kept.bind(token).len());
        kept.close(); // on any thread, attached or not

        assertThat(length).isEqualTo(1);
    }

    public record Snake(String name, double length) {}

    @Test
    void recordsAreDicts() {
        PyAny zoo = py.of(List.of(new Snake("kembang", 6.5), new Snake("bola", 1.5)));
        IO.println(zoo.repr()); // [{'name': 'kembang', 'length': 6.5}, {'name': 'bola', 'length': 1.5}]
        List<Snake> again = zoo.as(new TypeRef<List<Snake>>() {});
        IO.println(again.getFirst().name()); // kembang

        assertThat(printed())
                .containsExactly("[{'name': 'kembang', 'length': 6.5}, {'name': 'bola', 'length': 1.5}]", "kembang");
    }

    @Test
    void errorsOfConversionsNameTheElement() {
        PyAny lengths = py.eval("{'kembang': [6, 7], 'bola': [1, 'x']}");
        try {
            lengths.as(new TypeRef<Map<String, List<Long>>>() {});
        } catch (PythonException e) {
            IO.println(e.getMessage());
        }

        assertThat(printed()).hasSize(1);
        assertThat(printed().getFirst()).startsWith("TypeError: ").contains("bola", "element 1");
        // As the page shows it.
        assertThat(DocumentsTest.page("docs/conversions.md"))
                .contains("\n```text\n" + printed().getFirst() + "\n```\n");
    }

    @Test
    void otherObjectsAreProxies() {
        StringJoiner joiner = new StringJoiner(", ");
        PyAny proxy = py.of(joiner);
        proxy.callMethod("add", "kembang");
        proxy.callMethod("add", "bola");
        IO.println(joiner); // kembang, bola
        IO.println(proxy.as(StringJoiner.class) == joiner); // true

        assertThat(printed()).containsExactly("kembang, bola", "true");
    }

    public interface Price {
        double with_tax(double rate);
    }

    @Test
    void modulesHaveFunctionsAndClasses() {
        PyModule prices = py.moduleFromCode("""
                from dataclasses import dataclass

                @dataclass
                class Price:
                    amount: float
                    currency: str = 'IDR'

                    def with_tax(self, rate):
                        return self.amount * (1 + rate)
                """, "prices.py", "prices");
        PyAny price = prices.callMethod("Price", Kwargs.of("amount", 200.0));
        IO.println(price.callMethod("with_tax", 0.25).asDouble()); // 250.0
        IO.println(price.getAttr("currency").asString()); // IDR

        try (Py<PyAny> kept = Py.of(price)) {
            Price view = kept.as(Price.class); // may be used on any thread: each call attaches by itself
            IO.println(view.with_tax(0.5)); // 300.0
        }

        assertThat(printed()).containsExactly("250.0", "IDR", "300.0");
    }

    @Test
    void errorsAreCaughtByTheirPythonClass() {
        PyDict prices = py.dict();
        try {
            prices.getItem("tea");
        } catch (PythonException e) {
            if (!e.matches(py, "LookupError")) {
                throw e;
            }
            IO.println(e.getMessage()); // KeyError: 'tea'
        }

        assertThat(printed()).containsExactly("KeyError: 'tea'");
    }

    @Test
    void whereEveryThreadIs() {
        py.run("""
                import sys, traceback
                for thread, frame in sys._current_frames().items():
                    print(thread, ''.join(traceback.format_stack(frame)), file=sys.stderr)
                """);
        long made = Python.stats().boundMade();

        assertThat(made).isPositive();
    }

    @Test
    void sumsOfALoopAndOfOneCall() {
        PyAny numbers = py.eval("list(range(1000))");
        long slow = 0;
        for (PyAny number : numbers) {
            slow += number.asLong(); // crosses a thousand times
        }
        long fast = py.eval("sum").call(numbers).asLong(); // crosses once
        long[] all = numbers.as(long[].class); // crosses once, and Java has the numbers

        assertThat(slow).isEqualTo(499_500);
        assertThat(fast).isEqualTo(499_500);
        assertThat(all).hasSize(1000);
    }
}
