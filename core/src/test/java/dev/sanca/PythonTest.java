package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The token: running code, modules, making objects, text. Attaching is tested at length by {@code AttachTest}, {@code
 * DetachTest} and {@code VirtualThreadTest}.
 */
@ExtendWith(OwnershipExtension.class)
class PythonTest {
    /** What the actions do is in {@code ShutdownTest}. */
    @Test
    @SuppressWarnings("NullAway")
    void actionBeforeTheExitIsNotNull() {
        assertThatThrownBy(() -> Python.beforeExit(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void withoutGlobalsNamesLiveInMain() {
        try (Python py = Python.attach()) {
            py.run("kept = 5");
            assertThat(py.eval("kept + 1").asLong()).isEqualTo(6);
            assertThat(py.importModule("__main__").getAttr("kept").asLong()).isEqualTo(5);
            py.run("del kept");
        }
    }

    @Test
    void globalsAndLocalsAreUsed() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            PyDict locals = py.dict();
            py.run("x = 1", globals);
            py.run("y = x + 1", globals, locals);
            assertThat(py.eval("x + y", globals, locals).asLong()).isEqualTo(3);
            assertThat(globals.contains("y")).isFalse();
            assertThat(locals.contains("x")).isFalse();
            assertThat(globals.contains("__builtins__")).isTrue();
            assertThatThrownBy(() -> py.eval("x")).hasMessageStartingWith("NameError");
            PyAny mapping = py.eval("__import__('collections').ChainMap({'z': 9})");
            assertThat(py.eval("z", globals, mapping).asLong()).isEqualTo(9);
        }
    }

    @Test
    void indentationOfTextBlocksIsRemoved() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("""
                        if True:
                            x = 1
                    """, globals);
            assertThat(py.eval("  x + 1 ", globals).asLong()).isEqualTo(2);
            py.run("", globals);
            py.run("# nothing", globals);
        }
    }

    @Test
    void compiledCodeRunsManyTimes() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            PyCode statements = py.compile("n = globals().get('n', 0) + 1", "counted.py");
            for (int i = 0; i < 10; i++) {
                py.run(statements, globals, null);
            }
            PyCode expression = py.compile("n * 2", "counted.py", "eval");
            assertThat(py.eval(expression, globals, null).asLong()).isEqualTo(20);
            assertThat(statements.getAttr("co_filename").str()).isEqualTo("counted.py");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> py.compile("1", "f", "other"))
                    .withMessageContaining("\"other\"");
        }
    }

    @Test
    void badSourceIsAnError() {
        try (Python py = Python.attach()) {
            assertThatThrownBy(() -> py.run("def f(:")).hasMessageStartingWith("SyntaxError");
            assertThatThrownBy(() -> py.eval("x = 1")).hasMessageStartingWith("SyntaxError");
            assertThatThrownBy(() -> py.eval("")).hasMessageStartingWith("SyntaxError");
            assertThatThrownBy(() -> py.run("x = 'a\0b'")).isInstanceOf(PythonException.class);
            assertThatThrownBy(() -> py.run("x = '\ud800'")).isInstanceOf(PythonException.class);
        }
    }

    /** Source is text, and is not decoded again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# -*- coding: latin-1 -*-\n",
                "# coding: utf-16\n",
                "# vim: set fileencoding=ascii :\n",
                "#!/usr/bin/python3\n# coding: cp1252\n",
                "# coding: no_such_codec\n",
                ""
            })
    void codingCookieMeansNothing(String cookie) {
        String text = "é€\ud83d\ude00";
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run(cookie + "x = '" + text + "'", globals);
            assertThat(py.eval("x", globals).asString()).isEqualTo(text);
            assertThat(py.eval(cookie + "'" + text + "'").asString()).isEqualTo(text);
            py.run(py.compile(cookie + "y = '" + text + "'", "cookie.py"), globals, null);
            assertThat(py.eval("y", globals).asString()).isEqualTo(text);
            assertThat(py.eval(py.compile(cookie + "'" + text + "'", "cookie.py", "eval"))
                            .asString())
                    .isEqualTo(text);
            py.run(py.compile("# coding: ascii\nz = '" + text + "'\n", "cookie.py", "single"), globals, null);
            assertThat(py.eval("z", globals).asString()).isEqualTo(text);
            PyModule module = py.moduleFromCode(cookie + "w = '" + text + "'", "cookie.py", "sanca_cookie");
            assertThat(module.getAttr("w").asString()).isEqualTo(text);
        }
    }

    @Test
    void futureOfOneSourceIsNotThatOfTheNext() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            py.run("from __future__ import annotations\ndef f(x: nowhere): pass", globals);
            assertThat(py.eval("f.__annotations__['x']", globals).asString()).isEqualTo("nowhere");
            py.run("def g(x: int): pass", globals);
            assertThat(py.eval("g.__annotations__['x'] is int", globals).asBoolean())
                    .isTrue();
        }
    }

    @Test
    void sourceThatIsNoTextIsRefused() {
        try (Python py = Python.attach()) {
            for (String source : new String[] {"x = 1\0", "\0", "'a\0b'"}) {
                assertThatThrownBy(() -> py.run(source)).hasMessageContaining("null");
                assertThatThrownBy(() -> py.eval(source)).hasMessageContaining("null");
                assertThatThrownBy(() -> py.moduleFromCode(source, "null.py", "sanca_null"))
                        .hasMessageContaining("null");
            }
            for (String source : new String[] {"'\ud800'", "# \udc00"}) {
                assertThatThrownBy(() -> py.run(source))
                        .hasMessageStartingWith("UnicodeEncodeError")
                        .hasMessageContaining("surrogates not allowed");
            }
        }
    }

    @Test
    void modulesAreImportedByTheirWholeName() {
        try (Python py = Python.attach()) {
            assertThat(py.importModule("os.path").callMethod("join", "a", "b").str())
                    .isEqualTo("a/b");
            assertThatThrownBy(() -> py.importModule("no_such_module"))
                    .hasMessageStartingWith("ModuleNotFoundError: No module named 'no_such_module'");
            assertThatThrownBy(() -> py.importModule("")).hasMessageStartingWith("ValueError");
        }
    }

    @Test
    void moduleFromCodeCanBeImported() {
        try (Python py = Python.attach()) {
            PyModule module = py.moduleFromCode("def twice(x):\n  return 2 * x", "/made/by/test.py", "made_by_test");
            assertThat(module.callMethod("twice", 4).asLong()).isEqualTo(8);
            assertThat(py.importModule("made_by_test").is(module)).isTrue();
            assertThat(module.getAttr("__file__").str()).isEqualTo("/made/by/test.py");
            assertThatThrownBy(() -> py.moduleFromCode("1/0", "f.py", "fails_by_test"))
                    .hasMessageStartingWith("ZeroDivisionError");
            assertThatThrownBy(() -> py.importModule("fails_by_test")).hasMessageStartingWith("ModuleNotFoundError");
            py.run("import sys; del sys.modules['made_by_test']");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 50, 600})
    void anyNumberOfArgumentsArrives(int n) {
        try (Python py = Python.attach()) {
            PyAny f = py.eval("lambda *args, **kwargs: (args, sorted(kwargs.items()))");
            Object[] arguments = IntStream.range(0, n).boxed().toArray();
            assertThat(f.call(arguments).getItem(0).len()).isEqualTo(n);
            if (n > 0) {
                arguments[n - 1] = Kwargs.of("a", 1, "b", List.of(1, List.of(2)));
                PyAny result = f.call(arguments);
                assertThat(result.getItem(0).len()).isEqualTo(n - 1);
                assertThat(result.getItem(1).repr()).isEqualTo("[('a', 1), ('b', [1, [2]])]");
            }
            assertThat(f.call((Object) null).repr()).isEqualTo("((None,), [])");
        }
    }

    @Test
    void callsInArgumentsOfCallsKeepTheirArguments() {
        try (Python py = Python.attach()) {
            PyAny add = py.eval("lambda a, b: a + b");
            assertThat(add.call(add.call(1, 2), add.call(add.call(3, 4), 5)).asLong())
                    .isEqualTo(15);
            PyAny f = py.function("f", (p, args, kwargs) -> add.call(args.getFirst(), 1));
            assertThat(add.call(f.call(f.call(1)), f.call(2)).asLong()).isEqualTo(6);
        }
    }

    @Test
    void keywordArgumentsAreChecked() {
        try (Python py = Python.attach()) {
            assertThatThrownBy(() -> Kwargs.of("a", 1, "b")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Kwargs.of("a", 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Kwargs.of("a", 1, "a", 2)).isInstanceOf(IllegalArgumentException.class);
            PyAny f = py.eval("lambda a, *, b=2: (a, b)");
            assertThat(f.call(1, Kwargs.of("b", 3)).repr()).isEqualTo("(1, 3)");
            assertThat(f.call(1, Kwargs.of()).repr()).isEqualTo("(1, 2)");
            assertThat(f.call(Kwargs.of("a", null)).repr()).isEqualTo("(None, 2)");
            assertThatThrownBy(() -> f.call(1, Kwargs.of("a", 3))).hasMessageContaining("multiple values");
            assertThatThrownBy(() -> f.call(1, Kwargs.of("ü", 3))).hasMessageContaining("unexpected keyword");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "grüße",
                "\0",
                "a\0b",
                "\u0100",
                "日本",
                "\ud83d\ude00",
                "x\ud83d\ude00é",
                "\ud800",
                "\udc00\ud800x"
            })
    void textSurvivesBothWays(String text) {
        try (Python py = Python.attach()) {
            for (String s : List.of(text, text.repeat(50), "x".repeat(100) + text, text + "x".repeat(100))) {
                PyAny there = py.of(s);
                assertThat(there.asString()).isEqualTo(s);
                assertThat(there.len()).isEqualTo(s.codePointCount(0, s.length()));
                assertThat(py.eval("lambda s: s + ''.join(reversed(list(reversed(s))))")
                                .call(s)
                                .str())
                        .isEqualTo(s + s);
            }
        }
    }

    @Test
    void megabyteOfTextSurvivesBothWays() {
        try (Python py = Python.attach()) {
            for (String s : List.of("x", "é", "日", "\ud83d\ude00")) {
                String text = s.repeat(1 << 20);
                assertThat(py.of(text).asString()).isEqualTo(text);
                assertThat(py.of("a" + text).str()).isEqualTo("a" + text);
            }
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "failure 3",
            why = "behind the interface, an exception goes with Java's collector, and an AttributeError has its object")
    @Test
    void failuresHalfWayLoseNoCounts() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            PyAny list = py.list(1, 2);
            PyAny noArguments = py.eval("lambda: None");
            List<Runnable> failures = new ArrayList<>(List.of(
                    () -> noArguments.call(object),
                    () -> noArguments.call(object, object, Kwargs.of("x", object)),
                    () -> object.call(object),
                    () -> object.callMethod("nothing", object),
                    () -> object.setAttr("x", object),
                    () -> object.getItem(object),
                    () -> object.setItem(object, object),
                    () -> object.delItem(object),
                    () -> object.add(object),
                    () -> object.iadd(object),
                    () -> object.pow(object, object),
                    () -> object.lt(object),
                    () -> object.contains(object),
                    () -> list.getItem(object),
                    () -> list.setItem(7, object),
                    object::len,
                    object::iterator,
                    object::asLong,
                    object::neg,
                    () -> object.isInstance(object),
                    () -> py.set(object, py.list()),
                    () -> py.dict().setItem(py.list(), object),
                    () -> py.eval("nothing", null, object),
                    () -> py.list(object, object).callMethod("index", 5)));
            for (Runnable failure : failures) {
                long[] before = {RefCounts.of(py, object), RefCounts.of(py, list)};
                for (int i = 0; i < 10; i++) {
                    try (Scope scope = py.scope()) {
                        assertThat(scope.isOpen()).isTrue();
                        assertThatThrownBy(failure::run).isInstanceOfSatisfying(PythonException.class, e -> {
                            e.value().close(); // its traceback may hold the object
                            e.type().close();
                        });
                    }
                }
                assertThat(new long[] {RefCounts.of(py, object), RefCounts.of(py, list)})
                        .as("failure %d", failures.indexOf(failure))
                        .containsExactly(before);
            }
        }
    }

    @Test
    void objectsAreMadeOfJavaValues() {
        try (Python py = Python.attach()) {
            assertThat(py.none().isNone()).isTrue();
            assertThat(py.integer(Long.MIN_VALUE).asLong()).isEqualTo(Long.MIN_VALUE);
            assertThat(py.floating(0.1).asDouble()).isEqualTo(0.1);
            assertThat(py.string("text").repr()).isEqualTo("'text'");
            assertThat(py.bytes((byte) 1, (byte) -1).toByteArray()).containsExactly(1, -1);
            assertThat(py.dict().len()).isZero();
            assertThat(py.of(null).isNone()).isTrue();
            assertThat(py.of(Map.of("a", List.of(1, 2))).repr()).isEqualTo("{'a': [1, 2]}");
        }
    }

    @Test
    void containersAreMadeOfArgumentsOfAnIterableOrOfAnArray() {
        try (Python py = Python.attach()) {
            assertThat(py.list(1, "a", null).repr()).isEqualTo("[1, 'a', None]");
            assertThat(py.list(List.of(1, 2)).repr()).isEqualTo("[1, 2]");
            assertThat(py.list(new int[] {1, 2}).repr()).isEqualTo("[1, 2]");
            assertThat(py.list(py.list(1, 2)).repr()).isEqualTo("[[1, 2]]");
            assertThat(py.list().len()).isZero();
            assertThat(py.tuple(1, "a").repr()).isEqualTo("(1, 'a')");
            assertThat(py.tuple(List.of(1, 2)).repr()).isEqualTo("(1, 2)");
            assertThat(py.set(1, 1, 2).len()).isEqualTo(2);
            assertThat(py.set(List.of(3)).contains(3)).isTrue();
            assertThatThrownBy(() -> py.set(py.list())).hasMessageStartingWith("TypeError");
        }
    }

    @Test
    void lambdaIsAFunction() {
        try (Python py = Python.attach()) {
            PyAny add = py.function("add", (p, args, kwargs) -> args.get(0).add(args.get(1)));
            assertThat(add.call(1, 2).asLong()).isEqualTo(3);
        }
    }

    @Test
    void tokensOfOneThreadAreClosedInReverseOrder() {
        try (Python outer = Python.attach()) {
            Python inner = Python.attach(PythonRuntime.named(System.getProperty("sanca.runtime", "cpython")));
            Scope scope = inner.scope();
            assertThatIllegalStateException().isThrownBy(outer::close).withMessageContaining("not the innermost");
            scope.close();
            inner.close();
            assertThatIllegalStateException().isThrownBy(inner::close).withMessageContaining("is closed already");
            assertThatIllegalStateException().isThrownBy(() -> inner.eval("1")).withMessageContaining("closed");
            assertThat(outer.eval("1").asLong()).isOne();
        }
    }

    @Test
    void bodiesRunAttachedAndDetached() {
        PythonRuntime runtime = PythonRuntime.named(System.getProperty("sanca.runtime", "cpython"));
        long two = Python.attach(runtime, py -> py.eval("1 + 1").asLong());
        long three = Python.attach(py -> py.detach(() -> 3L));
        AtomicInteger ran = new AtomicInteger();
        Python.attach(py -> {
            py.detach(ran::incrementAndGet);
            py.detach(() -> {
                ran.incrementAndGet();
            });
            return ran.get();
        });
        assertThat(two).isEqualTo(2);
        assertThat(three).isEqualTo(3);
        assertThat(ran).hasValue(2);
    }

    @Test
    void runningPythonIsAttachedToButNotInitializedAgain() {
        assertThat(Python.version()).matches("3\\.\\d+\\.\\d+.*");
        try (Python py = Python.tryAttach().orElseThrow()) {
            py.checkSignals();
            assertThat(Python.stats().liveBound()).isZero();
            assertThat(py.isOpen()).isTrue();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> Python.initialize(PythonConfig.discover()))
                .withMessageStartingWith("Python runs already");
    }

    @Test
    void compiledCodeRunsInMainWhereNoGlobalsAreGiven() {
        try (Python py = Python.attach()) {
            py.run(py.compile("made_by_test = 6", "made.py"));
            assertThat(py.eval(py.compile("made_by_test * 7", "made.py", "eval"))
                            .asLong())
                    .isEqualTo(42);
            py.run("del made_by_test");
        }
    }

    @Test
    void tryAttachGivesTheResultOfItsBody() {
        Python.attach(py -> true);
        assertThat(Python.tryAttach(py -> py.eval("6 * 7").asLong())).contains(42L);
        assertThat(Python.tryAttach(py -> null)).isEmpty();
    }

    /** What Kotlin's lambdas become: bodies whose exceptions have no type. */
    @Test
    void bodiesThatMayThrowAnythingRunAsOthersDo() throws Throwable {
        Python.AnyBody<Long> body = py -> py.eval("6 * 7").asLong();
        PythonRuntime runtime = RuntimesProbe.standard();
        assertThat(Python.attach(body)).isEqualTo(42);
        assertThat(Python.attach(runtime, body)).isEqualTo(42);
        assertThat(Python.tryAttach(body)).contains(42L);
        assertThat(Python.tryAttach(runtime, body)).contains(42L);
        Python.AnyDetachedBody<String> detached = () -> "detached";
        try (Python py = Python.attach()) {
            assertThat(py.detach(detached)).isEqualTo("detached");
        }
        IOException thrown = new IOException("of the body");
        Python.AnyBody<Long> failing = py -> {
            throw thrown;
        };
        assertThatThrownBy(() -> Python.attach(failing)).isSameAs(thrown);
    }

    @Test
    void tryAttachToARuntimeIsThatOfTheDefaultOne() {
        Python.attach(py -> true);
        assertThat(Python.tryAttach(
                        RuntimesProbe.standard(), py -> py.eval("6 * 7").asLong()))
                .contains(42L);
        try (Python py = Python.tryAttach(RuntimesProbe.standard()).orElseThrow()) {
            assertThat(py.eval("2 + 3").asLong()).isEqualTo(5);
        }
    }
}
