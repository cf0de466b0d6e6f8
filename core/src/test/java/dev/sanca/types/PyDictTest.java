package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.RefCounts;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyDictTest {
    @Test
    void valueIsFoundByItsKey() {
        try (Python py = Python.attach()) {
            PyDict dict = castTo(PyDict.class, py.eval("{'a': 1}"));
            dict.set("b", 2);
            dict.set("a", null);
            PyAny found = dict.get("b");
            assertThat(found).isNotNull();
            assertThat(found.asLong()).isEqualTo(2);
            assertThat(dict.get("c")).isNull();
            assertThat(dict.getItem("a").isNone()).isTrue();
            assertThat(dict.len()).isEqualTo(2);
        }
    }

    @Test
    void keysValuesAndItemsAreNewLists() {
        try (Python py = Python.attach()) {
            PyDict dict = castTo(PyDict.class, py.eval("{'a': 1, 'b': 2}"));
            assertThat(dict.keys().repr()).isEqualTo("['a', 'b']");
            assertThat(dict.values().repr()).isEqualTo("[1, 2]");
            assertThat(dict.items().repr()).isEqualTo("[('a', 1), ('b', 2)]");
            dict.keys().append("c");
            assertThat(dict.len()).isEqualTo(2);
        }
    }

    @Test
    void mapReadsAndWritesThrough() {
        try (Python py = Python.attach()) {
            PyDict dict = castTo(PyDict.class, py.eval("{'a': 1, 'b': 2}"));
            Map<PyAny, PyAny> map = dict.asMap();
            assertThat(map).hasSize(2);
            assertThat(map.containsKey(py.of("a"))).isTrue();
            assertThat(map.containsKey(py.of("c"))).isFalse();
            assertThat(map.put(py.of("a"), py.of(10))).isEqualTo(py.of(1));
            assertThat(map.put(py.of("c"), py.of(3))).isNull();
            assertThat(map.get(py.of("c"))).isEqualTo(py.of(3));
            assertThat(map.remove(py.of("b"))).isEqualTo(py.of(2));
            assertThat(map.remove(py.of("b"))).isNull();
            assertThat(dict.repr()).isEqualTo("{'a': 10, 'c': 3}");
        }
    }

    @Test
    void entriesOfTheMapAreSetAndRemoved() {
        try (Python py = Python.attach()) {
            PyDict dict = castTo(PyDict.class, py.eval("{'a': 1, 'b': 2}"));
            Iterator<Map.Entry<PyAny, PyAny>> entries = dict.asMap().entrySet().iterator();
            assertThatIllegalStateException()
                    .isThrownBy(entries::remove)
                    .withMessage("remove() needs a next() before it");
            Map.Entry<PyAny, PyAny> first = entries.next();
            assertThat(first.getKey().str()).isEqualTo("a");
            first.setValue(py.of(5));
            entries.next();
            entries.remove();
            assertThat(entries.hasNext()).isFalse();
            assertThat(dict.repr()).isEqualTo("{'a': 5}");
        }
    }

    @Test
    void keyWithoutHashIsPythonsTypeError() {
        try (Python py = Python.attach()) {
            PyDict dict = py.dict();
            assertThatThrownBy(() -> dict.get(py.list(1))).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> dict.set(py.list(1), 1)).hasMessageStartingWith("TypeError");
            assertThat(dict.len()).isZero();
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "but was: 2L",
            why = "behind the interface, an exception goes with Java's collector")
    @Test
    void refusedKeyAndValueKeepTheirCounts() {
        try (Python py = Python.attach()) {
            PyDict dict = py.dict();
            PyAny list = py.list(1);
            long before = RefCounts.of(py, list);
            for (ThrowingCallable use : List.<ThrowingCallable>of(() -> dict.get(list), () -> dict.set(list, list))) {
                assertThatThrownBy(use).isInstanceOfSatisfying(PythonException.class, e -> {
                    e.value().close();
                    e.type().close();
                });
            }
            assertThat(RefCounts.of(py, list)).isEqualTo(before);
        }
    }

    @Test
    void valueIsOwnedByItsReferenceAlone() {
        try (Python py = Python.attach()) {
            PyAny value = py.eval("object()");
            PyDict dict = py.dict();
            dict.set("key", value);
            long before = RefCounts.of(py, value);
            PyAny found = dict.get("key");
            assertThat(found).isNotNull();
            found.close();
            dict.values().close();
            dict.items().close();
            dict.set("key", value);
            assertThat(RefCounts.of(py, value)).isEqualTo(before);
        }
    }

    @Test
    void listIsNoDict() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.list(), PyDict.class, "dict");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyDict dict = castTo(PyDict.class, py.dict());
            assertUnusableOnceClosed(
                    dict,
                    () -> dict.get("a"),
                    () -> dict.set("a", 1),
                    dict::keys,
                    dict::values,
                    dict::items,
                    () -> dict.asMap().size());
        }
    }
}
