package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A callback may give up the very object that Python is working on: it must live until Python is done with it. */
@ExtendWith(OwnershipExtension.class)
class CloseInCallbackTest {
    private static void sortWhile(Consumer<PyList> givesUp) {
        List<String> died = new ArrayList<>();
        try (Python py = Python.attach()) {
            py.run("""
                    class Watched(list):
                        def __init__(self, items, died):
                            super().__init__(items)
                            self.died = died
                        def __del__(self):
                            self.died('died')
                    """);
            PyCFunction notice = py.function(
                    "died", (p, args, kwargs) -> died.add(args.getFirst().str()));
            PyAny items = py.eval("list(range(100))");
            try (Scope scope = py.scope()) {
                PyList only;
                try (PyAny made = py.eval("Watched").call(items, notice)) {
                    only = made.cast(PyList.class);
                }
                long[] calls = new long[1];
                PyCFunction key = py.function("key", (p, args, kwargs) -> {
                    if (calls[0]++ == 0) {
                        givesUp.accept(only);
                    }
                    return -args.getFirst().asLong();
                });
                only.callMethod("sort", Kwargs.of("key", key)).close();
                assertThat(calls[0]).isEqualTo(100);
                assertThat(died).as("while the list was sorted").isEmpty();
                assertThat(only.isAlive()).isFalse();
                assertThatIllegalStateException().isThrownBy(only::len).withMessageContaining("is closed");
                assertThat(scope.isOpen()).isTrue();
            }
        }
        assertThat(died).containsExactly("died");
    }

    @KnownDifference(on = "graalpy", failsWith = "Expecting actual", why = "GraalPy never calls __del__")
    @Test
    void closeWaitsForTheScope() {
        sortWhile(PyAny::close);
    }

    @KnownDifference(on = "graalpy", failsWith = "Expecting actual", why = "GraalPy never calls __del__")
    @Test
    void secondCloseDoesNothing() {
        sortWhile(list -> {
            list.close();
            list.close();
        });
    }

    @KnownDifference(on = "graalpy", failsWith = "Expecting actual", why = "GraalPy never calls __del__")
    @Test
    void moveTakesNewCount() {
        sortWhile(list -> Py.move(list).close());
    }

    @Test
    void resultOfCallOnReferenceClosedMeanwhileArrives() {
        try (Python py = Python.attach()) {
            PyCFunction function = py.function("f", (p, args, kwargs) -> {
                args.getFirst().close();
                return "result";
            });
            PyAny argument = py.of("argument");
            PyCFunction closesItself = py.function("g", (p, args, kwargs) -> {
                function.close();
                argument.close();
                return function.isAlive();
            });
            assertThat(function.call(argument).str()).isEqualTo("result");
            assertThat(closesItself.call(argument).isTruthy()).isFalse();
            assertThat(argument.isAlive()).isFalse();
            PyAny object = py.eval("type('C', (), {'__getattr__': lambda self, name: self.f(name)})()");
            object.setAttr("f", py.function("f", (p, args, kwargs) -> {
                object.close();
                return args.getFirst();
            }));
            assertThat(object.getAttr("gone").str()).isEqualTo("gone");
            assertThat(object.isAlive()).isFalse();
        }
    }

    @Test
    void callbacksOwnReferencesAreReleasedAtOnce() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = RefCounts.of(py, object);
            long[] inside = new long[2];
            py.function("f", (p, args, kwargs) -> {
                        inside[0] = RefCounts.of(p, object);
                        PyAny second = object.cast(PyAny.class);
                        second.close();
                        inside[1] = RefCounts.of(p, object);
                        return null;
                    })
                    .call()
                    .close();
            assertThat(inside).containsExactly(before, before);
        }
    }

    /** A collection that does something when its elements are asked for, in the middle of a call's arguments. */
    private static List<String> doing(Runnable action) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                action.run();
                return "element";
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    @Test
    void anArgumentThatIsClosedWhileTheNextIsConvertedLivesUntilTheCallIsDone() {
        try (Python py = Python.attach()) {
            PyAny join = py.eval("lambda a, b: a + b");
            PyAny only = py.eval("['a', 'fresh', 'list']");
            assertThat(join.call(only, doing(only::close)).repr()).isEqualTo("['a', 'fresh', 'list', 'element']");
            assertThat(only.isAlive()).isFalse();
        }
    }

    @Test
    void aReceiverThatIsClosedWhileItsOperandIsConvertedLivesUntilTheOperationIsDone() {
        try (Python py = Python.attach()) {
            PyAny only = py.eval("['another', 'list']");
            assertThat(only.add(doing(only::close)).repr()).isEqualTo("['another', 'list', 'element']");
            assertThat(only.isAlive()).isFalse();
        }
    }

    @Test
    void aScopeCannotBeClosedWhileAnArgumentIsConverted() {
        try (Python py = Python.attach()) {
            PyAny join = py.eval("lambda a, b: a + b");
            try (Scope scope = py.scope()) {
                PyAny only = py.eval("['a', 'third', 'list']");
                assertThatIllegalStateException()
                        .isThrownBy(() -> join.call(only, doing(scope::close)))
                        .withMessageContaining("in the middle of an operation");
                assertThat(only.len()).isEqualTo(3);
            }
        }
    }
}
