package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.RefCounts;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyListTest {
    @Test
    void itemIsReplacedAndTheOneBeforeGivenBack() {
        try (Python py = Python.attach()) {
            PyList list = py.list("a", "b", "c");
            PyAny shared = py.eval("object()");
            list.set(0, shared);
            list.set(1, 1_000_000);
            list.set(1, 2_000_000);
            list.set(2, null);
            assertThat(list.get(0).is(shared)).isTrue();
            assertThat(list.get(1).asLong()).isEqualTo(2_000_000);
            assertThat(list.get(2).isNone()).isTrue();
            list.set(0, list);
            list.set(0, list.get(1));
            assertThat(list.str()).isEqualTo("[2000000, 2000000, None]");
        }
    }

    @Test
    void indexOutsideThrowsAndChangesNothing() {
        try (Python py = Python.attach()) {
            PyList list = py.list(1, 2);
            for (int index : new int[] {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> list.set(index, "x"))
                        .withMessageContaining("" + index);
            }
            assertThat(list.str()).isEqualTo("[1, 2]");
        }
    }

    @Test
    void subclassDoesItInItsOwnWay() {
        try (Python py = Python.attach()) {
            PyAny made = py.moduleFromCode("""
                    class Doubling(list):
                        def __setitem__(self, index, value):
                            super().__setitem__(index, value * 2)
                    made = Doubling([1, 2, 3])
                    """, "doubling.py", "sanca_doubling").getAttr("made");
            PyList list = made.cast(PyList.class);
            list.set(1, 21);
            assertThat(list.str()).isEqualTo("[1, 42, 3]");
        }
    }

    @KnownDifference(on = "graalpy", failsWith = "expected: 0", why = "GraalPy never calls __del__")
    @Test
    void endOfTheItemBeforeMayEmptyTheList() {
        try (Python py = Python.attach()) {
            PyList list = py.list(0, 1, 2, 3);
            PyAny ending = py.moduleFromCode("""
                    class Ending:
                        def __init__(self, items):
                            self.items = items
                        def __del__(self):
                            self.items.clear()
                    """, "ending.py", "sanca_emptying").getAttr("Ending");
            try (PyAny item = ending.call(list)) {
                list.set(2, item);
            }
            list.set(2, "next");
            assertThat(list.len()).isZero();
        }
    }

    @Test
    void listThatIsBeingSortedHasNoItems() {
        try (Python py = Python.attach()) {
            PyList list = py.list(3, 1, 2);
            PyAny key = py.function("key", (token, arguments, keywords) -> {
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.set(0, "x"));
                return arguments.getFirst();
            });
            list.callMethod("sort", Kwargs.of("key", key));
            assertThat(list.str()).isEqualTo("[1, 2, 3]");
        }
    }

    @Test
    void closedReferenceIsRefused() {
        try (Python py = Python.attach()) {
            PyList list = py.list(1);
            PyAny closed = py.of("closed");
            closed.close();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> list.set(0, closed));
            assertThat(list.str()).isEqualTo("[1]");
        }
    }

    @Test
    void elementIsReadByItsIndex() {
        try (Python py = Python.attach()) {
            PyList list = castTo(PyList.class, py.eval("['a', 2, None]"));
            assertThat(list.get(0).str()).isEqualTo("a");
            assertThat(list.get(1).asLong()).isEqualTo(2);
            assertThat(list.get(2).isNone()).isTrue();
            for (int index : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> list.get(index))
                        .withMessageContaining("" + index);
            }
        }
    }

    @Test
    void listGrowsAtItsEndAndInTheMiddle() {
        try (Python py = Python.attach()) {
            PyList list = py.list(3);
            list.append(1);
            list.append(null);
            list.insert(1, "x");
            list.insert(-1, "y"); // as in Python: before the last
            assertThat(list.repr()).isEqualTo("[3, 'x', 1, 'y', None]");
        }
    }

    @Test
    void listIsSortedAndReversed() {
        try (Python py = Python.attach()) {
            PyList list = py.list(3, 1, 2);
            list.sort();
            assertThat(list.repr()).isEqualTo("[1, 2, 3]");
            list.reverse();
            assertThat(list.repr()).isEqualTo("[3, 2, 1]");
            list.append("text");
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(list::sort)
                    .withMessageStartingWith("TypeError");
        }
    }

    @Test
    void javaListReadsAndWritesThrough() {
        try (Python py = Python.attach()) {
            PyList list = py.list(1, 2, 3);
            List<PyAny> view = list.asList();
            assertThat(view).hasSize(3).first().isEqualTo(py.of(1));
            assertThat(view.set(0, py.of(10))).isEqualTo(py.of(1));
            assertThat(view.remove(1)).isEqualTo(py.of(2));
            view.add(py.of(4));
            view.add(0, py.of(0));
            assertThat(list.repr()).isEqualTo("[0, 10, 3, 4]");
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.add(5, py.of(9)));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.get(4));
            list.append(5);
            assertThat(view).hasSize(5);
        }
    }

    @Test
    void elementIsOwnedByItsReferencesAndTheList() {
        try (Python py = Python.attach()) {
            PyAny element = py.eval("object()");
            PyList list = py.list();
            long before = RefCounts.of(py, element);
            list.append(element);
            list.insert(0, element);
            list.get(0).close();
            list.set(0, null);
            list.set(1, null);
            assertThat(RefCounts.of(py, element)).isEqualTo(before);
        }
    }

    @Test
    void tupleIsNoList() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.tuple(1), PyList.class, "list");
        }
    }

    @Test
    void closedListThrows() {
        try (Python py = Python.attach()) {
            PyList list = py.list(1);
            List<PyAny> view = list.asList();
            assertUnusableOnceClosed(
                    list,
                    () -> list.get(0),
                    () -> list.set(0, 1),
                    () -> list.append(1),
                    () -> list.insert(0, 1),
                    list::sort,
                    list::reverse,
                    view::size);
        }
    }
}
