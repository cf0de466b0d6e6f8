package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The code of docs/tour.md, in its order. */
class TourTest {
    /** An order of a shop. */
    public record Order(String item, int pieces, double price) {}

    @Test
    void attachAndCall() {
        try (Python py = Python.attach()) {
            PyModule statistics = py.importModule("statistics");
            double mean = statistics.callMethod("mean", List.of(1, 2, 4)).asDouble();
            assertThat(mean).isBetween(2.3, 2.4);
        }
        String version = Python.attach(
                py -> py.eval("__import__('platform').python_version()").asString());
        assertThat(version).startsWith("3.");
    }

    @Test
    void ownReferences() {
        Python.attach(py -> {
            long total = 0;
            PyAny square = py.eval("lambda x: x * x");
            for (int i = 0; i < 1000; i++) {
                try (Scope each = py.scope()) {
                    total += square.call(i).asLong();
                }
            }
            assertThat(total).isEqualTo(332_833_500);
            return null;
        });
    }

    @Test
    void keepAndShare() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Py<PyAny> model = Python.attach(py -> Py.of(py.eval("lambda row: sum(row) / len(row)")))) {
            var answer = threads.submit(() ->
                    Python.attach(py -> model.bind(py).call(List.of(1, 2, 6)).asDouble()));
            assertThat(answer.get()).isEqualTo(3.0);
        }
    }

    @Test
    void convert() {
        Python.attach(py -> {
            PyAny order = py.of(new Order("apple", 3, 0.5));
            List<Order> orders =
                    py.eval("[{'item': 'pear', 'pieces': 2, 'price': 0.7}]").as(new TypeRef<>() {});
            Map<String, Integer> counts = py.eval("{'apple': 3}").as(new TypeRef<>() {});
            assertThat(order.as(Order.class)).isEqualTo(new Order("apple", 3, 0.5));
            assertThat(orders).containsExactly(new Order("pear", 2, 0.7));
            assertThat(counts).containsExactly(Map.entry("apple", 3));
            return null;
        });
    }

    @Test
    void callJava() {
        Python.attach(py -> {
            PyDict names = py.dict();
            names.set("price", py.function("price", (inner, arguments, keywords) -> {
                String item = arguments.getFirst().asString();
                return item.equals("apple") ? 0.5 : 0.7;
            }));
            py.run("total = sum(price(item) for item in ['apple', 'pear', 'pear'])", names);
            assertThat(names.getItem("total").asDouble()).isBetween(1.89, 1.91);
            return null;
        });
    }

    @Test
    void catchErrors() {
        Python.attach(py -> {
            try {
                py.run("{}['missing']");
            } catch (PythonException e) {
                assertThat(e).hasMessage("KeyError: 'missing'");
            }
            return null;
        });
    }

    @Test
    void stopPython() throws Exception {
        Python.attach(py -> {
            try {
                py.within(Duration.ofMillis(100), () -> py.run("while True: pass"));
            } catch (TimeoutException e) {
                assertThat(e).hasMessageContaining("PT0.1S");
            }
            return null;
        });
    }
}
