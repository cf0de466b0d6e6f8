package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code PyList.set}, which need not ask Python. */
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
}
