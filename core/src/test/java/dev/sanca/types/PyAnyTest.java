package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.convert.TypeRef;
import dev.sanca.testing.OwnershipExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OwnershipExtension.class)
class PyAnyTest {
    /** An object that answers each operator with the name of the method that Python called. */
    private static PyAny recorder(Python py) {
        PyDict globals = py.dict();
        py.run("""
                class Recorder:
                    pass
                def method(name):
                    return lambda self, *args: name + str(len(args))
                for n in ('add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or pow'
                          ' neg pos abs invert getitem').split():
                    for prefix in ('', 'i', 'r'):
                        setattr(Recorder, '__' + prefix + n + '__', method(prefix + n))
                """, globals);
        return globals.getItem("Recorder").call();
    }

    @ParameterizedTest
    @CsvSource({
        "add, add1",
        "sub, sub1",
        "mul, mul1",
        "matmul, matmul1",
        "div, truediv1",
        "floorDiv, floordiv1",
        "rem, mod1",
        "divmod, divmod1",
        "lshift, lshift1",
        "rshift, rshift1",
        "and, and1",
        "xor, xor1",
        "or, or1",
        "pow, pow1",
        "iadd, iadd1",
        "isub, isub1",
        "imul, imul1",
        "imatmul, imatmul1",
        "idiv, itruediv1",
        "ifloorDiv, ifloordiv1",
        "irem, imod1",
        "ilshift, ilshift1",
        "irshift, irshift1",
        "iand, iand1",
        "ixor, ixor1",
        "ior, ior1",
        "ipow, ipow1",
        "getItem, getitem1"
    })
    void operatorOfTwoCallsPythonsMethod(String method, String called) throws ReflectiveOperationException {
        try (Python py = Python.attach()) {
            PyAny result = (PyAny) PyAny.class.getMethod(method, Object.class).invoke(recorder(py), 1);
            assertThat(result.str()).isEqualTo(called);
            if (!method.startsWith("i") && !method.equals("getItem")) {
                PyAny swapped =
                        (PyAny) PyAny.class.getMethod(method, Object.class).invoke(py.of(1), recorder(py));
                assertThat(swapped.str()).isEqualTo("r" + called);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"neg, neg0", "pos, pos0", "abs, abs0", "invert, invert0"})
    void operatorOfOneCallsPythonsMethod(String method, String called) throws ReflectiveOperationException {
        try (Python py = Python.attach()) {
            PyAny result = (PyAny) PyAny.class.getMethod(method).invoke(recorder(py));
            assertThat(result.str()).isEqualTo(called);
        }
    }

    @Test
    void powerTakesModulus() {
        try (Python py = Python.attach()) {
            assertThat(py.of(3).pow(4, 5).asLong()).isEqualTo(1);
            assertThat(recorder(py).pow(1, 2).str()).isEqualTo("pow2");
        }
    }

    @Test
    void comparisonsFollowPython() {
        try (Python py = Python.attach()) {
            PyAny two = py.of(2);
            assertThat(two.lt(3)).isTrue();
            assertThat(two.le(2)).isTrue();
            assertThat(two.eq(2.0)).isTrue();
            assertThat(two.ne(2)).isFalse();
            assertThat(two.gt(1)).isTrue();
            assertThat(two.ge(3)).isFalse();
            assertThat(two.compare(1)).isPositive();
            assertThat(two.compare(2)).isZero();
            assertThat(two.compare(3)).isNegative();
            assertThatThrownBy(() -> two.lt("x")).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> two.compare("x")).hasMessageStartingWith("TypeError");
            PyAny array = py.eval("type('A', (), {'__eq__': lambda s, o: [], '__lt__': lambda s, o: 1 / 0})()");
            assertThat(array.eq(1)).as("truth of an empty list").isFalse();
            assertThatThrownBy(() -> array.lt(1)).hasMessageStartingWith("ZeroDivisionError");
        }
    }

    @Test
    void itemsAndMembership() {
        try (Python py = Python.attach()) {
            PyAny dict = py.eval("{'a': 1}");
            dict.setItem("b", 2);
            assertThat(dict.getItem("b").asLong()).isEqualTo(2);
            assertThat(dict.contains("a")).isTrue();
            dict.delItem("a");
            assertThat(dict.contains("a")).isFalse();
            assertThatThrownBy(() -> dict.getItem("a")).hasMessage("KeyError: 'a'");
            assertThatThrownBy(() -> dict.delItem("a")).hasMessage("KeyError: 'a'");
            assertThatThrownBy(() -> dict.contains(py.list())).hasMessageStartingWith("TypeError");
            PyAny list = py.list(1, 2, 3);
            assertThat(list.getItem(-1).asLong()).isEqualTo(3);
            assertThatThrownBy(() -> list.getItem(3)).hasMessageStartingWith("IndexError");
            assertThat(list.getItem(py.eval("slice(0, 2)")).len()).isEqualTo(2);
        }
    }

    @Test
    void attributes() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("type('A', (), {'__doc__': 'd', 'bad': property(lambda s: 1 / 0)})()");
            object.setAttr("x", 1);
            assertThat(object.getAttr("x").asLong()).isEqualTo(1);
            assertThat(object.hasAttr("x")).isTrue();
            object.delAttr("x");
            assertThat(object.hasAttr("x")).isFalse();
            assertThatThrownBy(() -> object.getAttr("x")).hasMessageStartingWith("AttributeError");
            assertThatThrownBy(() -> object.delAttr("x")).hasMessageStartingWith("AttributeError");
            assertThatThrownBy(() -> object.hasAttr("bad")).hasMessageStartingWith("ZeroDivisionError");
            object.setAttr("grüße", 2);
            assertThat(object.getAttr("grüße").asLong()).isEqualTo(2);
            assertThat(object.dir().contains("grüße")).isTrue();
        }
    }

    @Test
    void lengthBeyondAnIntIsAnError() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("range(2**31 - 1)").len()).isEqualTo(Integer.MAX_VALUE);
            assertThatThrownBy(() -> py.eval("range(2**31)").len()).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> py.eval("range(2**70)").len()).hasMessageStartingWith("OverflowError");
            assertThatThrownBy(() -> py.of(1).len()).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void iterationEndsOrFailsAsPythons() {
        try (Python py = Python.attach()) {
            List<Long> seen = new ArrayList<>();
            for (PyAny item : py.eval("(x * x for x in range(4))")) {
                seen.add(item.asLong());
            }
            assertThat(seen).containsExactly(0L, 1L, 4L, 9L);
            PyIterator failing = py.eval("(1 / x for x in [1, 0, 2])").iterator();
            assertThat(failing.next().asDouble()).isEqualTo(1);
            assertThatThrownBy(failing::next).hasMessageStartingWith("ZeroDivisionError");
            assertThat(failing.hasNext()).isFalse();
            assertThatThrownBy(failing::next).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> py.of(1).iterator()).hasMessageStartingWith("TypeError");
            PyIterator once = py.list(1).iterator();
            assertThat(once.hasNext()).isTrue();
            assertThat(once.hasNext()).isTrue();
            assertThat(once.next().asLong()).isEqualTo(1);
            assertThat(once.hasNext()).isFalse();
        }
    }

    @Test
    void truthIdentityAndKind() {
        try (Python py = Python.attach()) {
            assertThat(py.list().isTruthy()).isFalse();
            assertThat(py.of("x").isTruthy()).isTrue();
            assertThatThrownBy(() -> py.eval("type('A', (), {'__bool__': lambda s: 1 / 0})()")
                            .isTruthy())
                    .hasMessageStartingWith("ZeroDivisionError");
            assertThat(py.none().isNone()).isTrue();
            assertThat(py.of(0).isNone()).isFalse();
            assertThat(py.eval("len").isCallable()).isTrue();
            assertThat(py.of(0).isCallable()).isFalse();
            PyAny list = py.list();
            assertThat(list.is(list.cast(PyList.class))).isTrue();
            assertThat(list.is(py.list())).isFalse();
            assertThat(py.eval("True").isInstance(py.eval("int"))).isTrue();
            assertThat(py.of(1).isInstance(py.eval("(str, int)"))).isTrue();
            assertThat(py.of(1).type().is(py.eval("int"))).isTrue();
            assertThatThrownBy(() -> py.of(1).isInstance(py.of(2))).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void castsAreChecked() {
        try (Python py = Python.attach()) {
            PyAny bool = py.eval("True");
            assertThat(bool.cast(PyInt.class).asLong()).isEqualTo(1);
            assertThatThrownBy(() -> bool.castExact(PyInt.class)).hasMessageContaining("bool");
            assertThat(bool.tryCast(PyString.class)).isEmpty();
            assertThat(bool.tryCast(PyBool.class)).isPresent();
            assertThatThrownBy(() -> bool.cast(PyList.class))
                    .hasMessageContaining("bool")
                    .hasMessageContaining("list");
        }
    }

    @Test
    void hashIsPythons() {
        try (Python py = Python.attach()) {
            assertThat(py.of(1).hash()).isEqualTo(py.of(1.0).hash());
            assertThatThrownBy(() -> py.list().hash()).hasMessageStartingWith("TypeError: unhashable");
        }
    }

    @Test
    void inPlaceFormChangesTheObject() {
        try (Python py = Python.attach()) {
            PyAny list = py.list(1);
            PyAny same = list.iadd(py.list(2));
            assertThat(same.is(list)).isTrue();
            assertThat(list.len()).isEqualTo(2);
            PyAny text = py.of("a");
            assertThat(text.iadd("b").str()).isEqualTo("ab");
            assertThat(text.str()).isEqualTo("a");
        }
    }

    @Test
    void operatorsComputeAsPythonDoes() {
        try (Python py = Python.attach()) {
            PyAny seven = py.of(7);
            assertThat(seven.add(2).asLong()).isEqualTo(9);
            assertThat(seven.sub(2).asLong()).isEqualTo(5);
            assertThat(seven.mul(2).asLong()).isEqualTo(14);
            assertThat(seven.div(2).asDouble()).isEqualTo(3.5);
            assertThat(seven.floorDiv(-2).asLong()).isEqualTo(-4);
            assertThat(seven.rem(-2).asLong()).isEqualTo(-1);
            assertThat(seven.divmod(2).repr()).isEqualTo("(3, 1)");
            assertThat(seven.lshift(2).asLong()).isEqualTo(28);
            assertThat(seven.rshift(1).asLong()).isEqualTo(3);
            assertThat(seven.and(5).asLong()).isEqualTo(5);
            assertThat(seven.xor(5).asLong()).isEqualTo(2);
            assertThat(seven.or(8).asLong()).isEqualTo(15);
            assertThat(seven.pow(2).asLong()).isEqualTo(49);
            assertThat(seven.neg().asLong()).isEqualTo(-7);
            assertThat(seven.pos().asLong()).isEqualTo(7);
            assertThat(seven.neg().abs().asLong()).isEqualTo(7);
            assertThat(seven.invert().asLong()).isEqualTo(-8);
            assertThatThrownBy(() -> seven.div(0)).hasMessageStartingWith("ZeroDivisionError");
            assertThatThrownBy(() -> seven.matmul(2)).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void inPlaceOperatorsReturnTheResult() {
        try (Python py = Python.attach()) {
            PyAny seven = py.of(7);
            assertThat(seven.isub(2).asLong()).isEqualTo(5);
            assertThat(seven.imul(2).asLong()).isEqualTo(14);
            assertThat(seven.idiv(2).asDouble()).isEqualTo(3.5);
            assertThat(seven.ifloorDiv(2).asLong()).isEqualTo(3);
            assertThat(seven.irem(2).asLong()).isOne();
            assertThat(seven.ilshift(2).asLong()).isEqualTo(28);
            assertThat(seven.irshift(1).asLong()).isEqualTo(3);
            assertThat(seven.iand(5).asLong()).isEqualTo(5);
            assertThat(seven.ixor(5).asLong()).isEqualTo(2);
            assertThat(seven.ior(8).asLong()).isEqualTo(15);
            assertThat(seven.ipow(2).asLong()).isEqualTo(49);
            assertThat(seven.asLong()).isEqualTo(7);
            assertThatThrownBy(() -> seven.imatmul(2)).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void callsTakeAnyNumberOfArguments() {
        try (Python py = Python.attach()) {
            PyAny function = py.eval("lambda *a, **k: (a, k)");
            assertThat(function.call().repr()).isEqualTo("((), {})");
            assertThat(function.call(1).repr()).isEqualTo("((1,), {})");
            assertThat(function.call(1, 2).repr()).isEqualTo("((1, 2), {})");
            assertThat(function.call(1, 2, 3).repr()).isEqualTo("((1, 2, 3), {})");
            assertThat(function.call(1, 2, 3, Kwargs.of("b", 4)).repr()).isEqualTo("((1, 2, 3), {'b': 4})");
            assertThatThrownBy(() -> py.of(1).call()).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void methodCallsTakeAnyNumberOfArguments() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("type('A', (), {'m': lambda self, *a, **k: (a, k)})()");
            assertThat(object.callMethod("m").repr()).isEqualTo("((), {})");
            assertThat(object.callMethod("m", 1).repr()).isEqualTo("((1,), {})");
            assertThat(object.callMethod("m", 1, 2).repr()).isEqualTo("((1, 2), {})");
            assertThat(object.callMethod("m", 1, 2, 3).repr()).isEqualTo("((1, 2, 3), {})");
            assertThat(object.callMethod("m", 1, 2, 3, Kwargs.of("b", 4)).repr())
                    .isEqualTo("((1, 2, 3), {'b': 4})");
            assertThatThrownBy(() -> object.callMethod("n")).hasMessageStartingWith("AttributeError");
        }
    }

    @Test
    void valuesAreReadAsJavaTypes() {
        try (Python py = Python.attach()) {
            assertThat(py.of(5).asInt()).isEqualTo(5);
            assertThat(py.of(0.5).asDouble()).isEqualTo(0.5);
            assertThat(py.of(true).asBoolean()).isTrue();
            assertThat(py.of("text").asString()).isEqualTo("text");
            assertThat(py.of(5).as(Integer.class)).isEqualTo(5);
            assertThat(py.list(1, 2).as(new TypeRef<List<Long>>() {})).containsExactly(1L, 2L);
            assertThatThrownBy(() -> py.of("1").asInt()).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> py.of(1).asString()).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> py.of(1).asBoolean()).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> py.of("1").asDouble()).hasMessageStartingWith("TypeError");
            assertThatThrownBy(() -> py.of("1").as(new TypeRef<List<Long>>() {}))
                    .hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void closedReferenceRefusesEveryUse() {
        try (Python py = Python.attach()) {
            PyAny open = py.list(1);
            PyAny closed = py.of("closed");
            ReferenceChecks.assertUnusableOnceClosed(
                    closed,
                    () -> closed.getAttr("x"),
                    () -> closed.setAttr("x", 1),
                    () -> closed.delAttr("x"),
                    () -> closed.hasAttr("x"),
                    closed::dir,
                    closed::call,
                    () -> closed.callMethod("upper"),
                    () -> closed.getItem(0),
                    () -> closed.contains("c"),
                    closed::len,
                    closed::iterator,
                    () -> closed.add("x"),
                    () -> closed.eq("x"),
                    () -> closed.is(open),
                    () -> open.is(closed),
                    () -> open.contains(closed),
                    () -> open.callMethod("append", closed),
                    closed::isTruthy,
                    closed::type,
                    closed::repr,
                    closed::str,
                    closed::hash,
                    () -> closed.cast(PyString.class),
                    () -> closed.as(String.class),
                    closed::asString);
            closed.close();
            assertThat(open.repr()).isEqualTo("[1]");
        }
    }
}
