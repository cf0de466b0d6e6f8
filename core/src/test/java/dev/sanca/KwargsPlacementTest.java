package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.convert.TypeRef;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class KwargsPlacementTest {
    private static final Kwargs ONE = Kwargs.of("a", 1);
    private static final Kwargs OTHER = Kwargs.of("b", 2);

    record Holder(Object value) {}

    interface Caller {
        Object call(@Nullable Object... arguments);
    }

    private static void refusedAsArgument(int number, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith("argument " + number + " of the call is a Kwargs and not the last argument")
                .withMessageContaining("Put all of them into one Kwargs.of(...)");
    }

    private static void refusedAsValue(ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith("a Kwargs is not a value that Python can have")
                .withMessageContaining("a Map where Python should get a dict");
    }

    @Test
    void onlyTheLastArgumentMayBeKeywordArguments() {
        try (Python py = Python.attach()) {
            for (PyAny f : List.of(py.eval("lambda *a, **k: (a, k)"), py.eval("dict"), py.eval("[].append"))) {
                refusedAsArgument(1, () -> f.call(ONE, 1));
                refusedAsArgument(1, () -> f.call(ONE, OTHER));
                refusedAsArgument(1, () -> f.call(ONE, 1, 2));
                refusedAsArgument(2, () -> f.call(1, ONE, 2));
                refusedAsArgument(2, () -> f.call(1, ONE, OTHER));
                refusedAsArgument(2, () -> f.call(f, ONE, f, f));
                refusedAsArgument(5, () -> f.call(1, 2, 3, 4, ONE, OTHER));
                refusedAsArgument(1, () -> f.call(Kwargs.of(), 1));
                refusedAsArgument(1, () -> f.callMethod("__call__", ONE, 1));
                refusedAsArgument(2, () -> f.callMethod("__call__", 1, ONE, OTHER));
                refusedAsArgument(4, () -> f.callMethod("__call__", 1, 2, 3, ONE, 5));
            }
        }
    }

    @Test
    void refusedCallsGiveBackTheArgumentsBefore() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            PyAny f = py.eval("lambda *a, **k: (a, k)");
            long before = RefCounts.of(py, object);
            refusedAsArgument(3, () -> f.call(object, List.of(object), ONE, OTHER));
            refusedAsValue(() -> f.call(object, Kwargs.of("a", object, "b", ONE)));
            refusedAsValue(() -> py.list(object, ONE));
            assertThat(RefCounts.of(py, object)).isEqualTo(before);
        }
    }

    @Test
    void keywordArgumentsAreNoValue() {
        try (Python py = Python.attach()) {
            PyAny f = py.eval("lambda *a, **k: (a, k)");
            PyDict dict = py.dict();
            PyAny object = py.eval("type('C', (), {})()");
            for (Object inside : Arrays.<Object>asList(
                    ONE,
                    List.of(ONE),
                    new Object[] {ONE},
                    new Kwargs[] {ONE},
                    Map.of("k", ONE),
                    Optional.of(ONE),
                    new Holder(ONE))) {
                refusedAsValue(() -> py.of(inside));
                refusedAsValue(() -> f.call(Kwargs.of("k", inside)));
                refusedAsValue(() -> py.list(1, inside));
                refusedAsValue(() -> py.tuple(1, inside));
                refusedAsValue(() -> py.set(1, inside));
                refusedAsValue(() -> dict.setItem("k", inside));
                refusedAsValue(() -> object.setAttr("x", inside));
                refusedAsValue(() -> py.list().append(inside));
                refusedAsValue(() -> py.list(1).set(0, inside));
                refusedAsValue(() -> py.of(1).add(inside));
                refusedAsValue(
                        () -> py.function("f", (p, given, kwargs) -> inside).call());
            }
            refusedAsValue(() -> py.eval("list").call(new ArrayList<>(List.of(ONE)).iterator()));
            assertThat(dict.len()).isZero();
        }
    }

    @Test
    void methodsOfInterfaceViewsTakeThemLast() {
        try (Python py = Python.attach();
                Py<PyAny> f = Py.of(py.eval("lambda *a, **k: [len(a), len(k)]"))) {
            Caller caller = f.as(Caller.class);
            assertThat(caller.call(1, 2, ONE)).isEqualTo(List.of(2L, 1L));
            refusedAsArgument(1, () -> caller.call(ONE, 1));
            refusedAsArgument(2, () -> caller.call(1, ONE, OTHER));
        }
    }

    @Test
    void callersOfConvertedFunctionsAreRefusedTheSame() throws Exception {
        try (Python py = Python.attach()) {
            PyAny f = py.of((Callable<Object>) () -> ONE);
            refusedAsValue(f::call);
        }
    }

    @Test
    void namesAreGivenOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kwargs.of("a", 1, "b", 2, "a", 3))
                .withMessage("keyword argument 'a' was given twice");
        assertThatNullPointerException()
                .isThrownBy(() -> Kwargs.of(noName(), 1))
                .withMessageContaining("the name");
        assertThatNullPointerException().isThrownBy(() -> Kwargs.of(noName(), 1, "b", 2));
        Map<String, Object> map = new HashMap<>();
        map.put(null, 1);
        assertThatNullPointerException().isThrownBy(() -> Kwargs.of(map));
    }

    @SuppressWarnings("NullAway") // the mistake that is tested
    private static String noName() {
        return null;
    }

    @Test
    void whatTheyWereMadeOfMayChange() {
        try (Python py = Python.attach()) {
            Map<String, Object> map = new HashMap<>(Map.of("a", 1));
            Object[] more = {"b", 2};
            Kwargs ofMap = Kwargs.of(map);
            Kwargs ofArray = Kwargs.of("a", 1, more);
            map.put("c", 3);
            more[0] = "x";
            PyAny f = py.eval("dict");
            assertThat(f.call(ofMap).repr()).isEqualTo("{'a': 1}");
            assertThat(f.call(ofArray).repr()).isEqualTo("{'a': 1, 'b': 2}");
        }
    }

    @Test
    void moreNamesThanAreKeptArriveRight() {
        try (Python py = Python.attach()) {
            PyAny f = py.eval("lambda **k: list(k)");
            for (int i = 0; i < 5_000; i++) {
                try (PyAny names = f.call(Kwargs.of("name" + i % 50, i, "other" + i / 50, i))) {
                    assertThat(names.as(new TypeRef<List<String>>() {}))
                            .containsExactly("name" + i % 50, "other" + i / 50);
                }
            }
            assertThatThrownBy(() -> f.call(1, ONE)).hasMessageContaining("positional");
        }
    }
}
