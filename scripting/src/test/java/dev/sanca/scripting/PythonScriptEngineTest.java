package dev.sanca.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongBinaryOperator;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Test;

/** Python as a scripting language, through the interfaces of {@code javax.script} only. */
class PythonScriptEngineTest {
    private final ScriptEngineManager manager = new ScriptEngineManager();
    private final ScriptEngine engine = manager.getEngineByName("python");

    // ---- values ----

    @Test
    void lastExpressionIsTheResult() throws ScriptException {
        assertThat(engine.eval("1 + 2")).isEqualTo(3L);
        assertThat(engine.eval("x = 20\nx += 1\n\n2 * x  # the answer\n")).isEqualTo(42L);
        assertThat(engine.eval("x = 1")).isNull();
        assertThat(engine.eval("")).isNull();
        assertThat(engine.eval("None")).isNull();
        assertThat(engine.eval("'grün'")).isEqualTo("grün");
        assertThat(engine.eval(new StringReader("[1, 2.5, 'three', None]")))
                .asString()
                .contains("2.5", "three");
        assertThat(engine.eval("def f(): pass\nf")).isInstanceOf(Py.class);
    }

    @Test
    void variablesGoBothWays() throws ScriptException {
        engine.put("prices", List.of(3, 4, 5));
        assertThat(engine.eval("total = sum(prices)\ntotal")).isEqualTo(12L);
        assertThat(engine.get("total")).isEqualTo(12L);
        engine.put("nothing", null);
        assertThat(engine.eval("nothing is None")).isEqualTo(true);
        assertThat(engine.get("missing")).isNull();
    }

    @Test
    void javaObjectsAreThemselves() throws ScriptException {
        BitSet bits = new BitSet();
        engine.put("bits", bits);
        engine.eval("bits.set(3)");
        assertThat(bits.get(3)).isTrue();
        assertThat(engine.get("bits")).isSameAs(bits);
    }

    // ---- namespaces ----

    @Test
    void eachEngineHasVariablesOfItsOwn() throws ScriptException {
        ScriptEngine other = manager.getEngineByName("python");
        engine.eval("x = 1\ndef f(): return x");
        other.eval("x = 2");
        assertThat(engine.eval("f()")).isEqualTo(1L);
        assertThat(other.eval("x, 'f' in globals()")).asString().contains("2", "false");
        boolean isElsewhere = Python.attach(
                py -> py.eval("'x' in dir(__import__('__main__'))").isTruthy());
        assertThat(isElsewhere).isFalse();
        assertThat(engine.eval("__name__")).isEqualTo("__main__");
    }

    @Test
    void bindingsAreTheVariables() throws ScriptException {
        Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        engine.eval("a = 1\nb = 'two'");
        assertThat(bindings).containsOnlyKeys("a", "b").containsEntry("a", 1L).hasSize(2);
        assertThat(bindings.put("a", 10)).isEqualTo(1L);
        assertThat(bindings.remove("b")).isEqualTo("two");
        assertThat(bindings.remove("b")).isNull();
        bindings.putAll(Map.of("c", 3));
        assertThat(engine.eval("a + c, 'b' in globals()")).asString().contains("13", "false");
        bindings.entrySet().forEach(entry -> entry.setValue(0));
        assertThat(engine.eval("a + c")).isEqualTo(0L);
        bindings.clear();
        assertThat(bindings).isEmpty();
        assertThat(engine.eval("len('abc')")).isEqualTo(3L);
        assertThatNullPointerException().isThrownBy(() -> bindings.get(null));
        assertThatIllegalArgumentException().isThrownBy(() -> bindings.put("", 1));
        Object number = 1;
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> bindings.containsKey(number));
    }

    @Test
    void otherBindingsAreFilledWithWhatTheScriptChanges() throws ScriptException {
        Bindings bindings = new SimpleBindings();
        bindings.put("n", 20);
        List<Integer> same = List.of(1);
        bindings.put("same", same);
        assertThat(engine.eval("m = n + 1\ndef twice(): return 2 * m\ndel n\ntwice()", bindings))
                .isEqualTo(42L);
        assertThat(bindings).containsOnlyKeys("m", "same", "twice").containsEntry("m", 21L);
        assertThat(bindings.get("same")).isSameAs(same);
        bindings.put("m", 4);
        assertThat(engine.eval("twice()", bindings)).isEqualTo(8L);
        assertThat(engine.get("m")).isNull();
    }

    @Test
    void globalScopeIsBehindTheEngines() throws ScriptException {
        manager.put("rate", 2);
        manager.put("len", "hides nothing");
        assertThat(engine.eval("def f(): return rate\nf() + len('abc')")).isEqualTo(5L);
        manager.put("rate", 3);
        assertThat(engine.eval("f()")).isEqualTo(3L);
        engine.put("rate", 10);
        assertThat(engine.eval("f()")).isEqualTo(10L);
        engine.getBindings(ScriptContext.ENGINE_SCOPE).remove("rate");
        manager.getBindings().remove("rate");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> engine.eval("f()"))
                .withMessageContaining("NameError");
        assertThat(manager.getEngineByName("python").eval("len('ab')")).isEqualTo(2L);
    }

    // ---- streams ----

    @Test
    void scriptPrintsToItsContext() throws ScriptException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.setWriter(out);
        context.setErrorWriter(err);
        context.setReader(new StringReader("Ada\nsecond\nthe rest"));
        Object result = engine.eval("""
                import sys
                print('hello', input('name? '))
                print('trouble', file=sys.stderr)
                line = sys.stdin.readline()
                line, sys.stdin.read()
                """, context);
        assertThat(out).hasToString("name? hello Ada\n");
        assertThat(err).hasToString("trouble\n");
        assertThat(result).asString().contains("second\n", "the rest");
    }

    @Test
    void threadsPrintToTheirOwnContexts() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (var executor = Executors.newFixedThreadPool(2)) {
            List<Future<String>> said =
                    List.of(executor.submit(() -> printed("one", both)), executor.submit(() -> printed("two", both)));
            assertThat(said.get(0).get()).isEqualTo("one\none\n");
            assertThat(said.get(1).get()).isEqualTo("two\ntwo\n");
        }
    }

    private String printed(String text, CountDownLatch both) throws ScriptException {
        StringWriter out = new StringWriter();
        ScriptEngine own = manager.getEngineByName("python");
        own.getContext().setWriter(out);
        own.put("text", text);
        own.put("meet", (Runnable) () -> Python.attach(py -> py.detach(() -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        })));
        own.eval("print(text)\nmeet()\nprint(text)");
        return out.toString();
    }

    // ---- errors ----

    @Test
    void errorSaysWhere() {
        engine.getContext().setAttribute(ScriptEngine.FILENAME, "rules.py", ScriptContext.ENGINE_SCOPE);
        ScriptException thrown = catchThrowableOfType(
                ScriptException.class, () -> engine.eval("def f(x):\n    ä = 1; return 1 / x\n\nf(0)"));
        assertThat(thrown.getFileName()).isEqualTo("rules.py");
        assertThat(thrown.getLineNumber()).isEqualTo(2);
        assertThat(thrown.getColumnNumber()).isEqualTo(19);
        assertThat(thrown).hasMessageContaining("ZeroDivisionError").hasCauseInstanceOf(PythonException.class);
        ScriptException syntax = catchThrowableOfType(ScriptException.class, () -> engine.eval("x = 1\ny = = 2"));
        assertThat(syntax.getFileName()).isEqualTo("rules.py");
        assertThat(syntax.getLineNumber()).isEqualTo(2);
        assertThat(syntax.getColumnNumber()).isEqualTo(5);
        assertThat(syntax).hasMessageContaining("SyntaxError");
    }

    @Test
    void exceptionOfJavaIsTheCause() {
        IllegalStateException thrown = new IllegalStateException("of Java");
        engine.put("fail", (Runnable) () -> {
            throw thrown;
        });
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> engine.eval("fail()"))
                .withMessageContaining("of Java")
                .havingCause()
                .isSameAs(thrown);
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> engine.eval(new Reader() {
                    @Override
                    public int read(char[] to, int offset, int length) throws IOException {
                        throw new IOException("unreadable");
                    }

                    @Override
                    public void close() {}
                }));
        assertThatNullPointerException().isThrownBy(() -> engine.eval((String) null));
    }

    // ---- compiled scripts, functions, interfaces ----

    @Test
    void compiledScriptRunsInAnyContext() throws ScriptException {
        CompiledScript script = ((Compilable) engine).compile("n += 1\nn");
        engine.put("n", 1);
        assertThat(script.eval()).isEqualTo(2L);
        assertThat(script.eval()).isEqualTo(3L);
        Bindings other = engine.createBindings();
        other.put("n", 10);
        assertThat(script.eval(other)).isEqualTo(11L);
        assertThat(engine.get("n")).isEqualTo(3L);
        assertThat(script.getEngine()).isSameAs(engine);
        assertThat(((Compilable) engine).compile(new StringReader("7")).eval()).isEqualTo(7L);
        assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> ((Compilable) engine).compile("("));
    }

    @Test
    void functionsAndMethodsAreCalled() throws Exception {
        Invocable invocable = (Invocable) engine;
        engine.eval(
                "def add(a, b=1): return a + b\nclass C:\n    def name(self, x): return 'C' + x\nc = C()\nvalue = 1");
        assertThat(invocable.invokeFunction("add", 1, 2)).isEqualTo(3L);
        assertThat(invocable.invokeFunction("add", 1)).isEqualTo(2L);
        Object c = engine.get("c");
        assertThat(invocable.invokeMethod(c, "name", "!")).isEqualTo("C!");
        assertThat(invocable.invokeMethod("text", "upper")).isEqualTo("TEXT");
        assertThatExceptionOfType(NoSuchMethodException.class).isThrownBy(() -> invocable.invokeFunction("missing"));
        assertThatExceptionOfType(NoSuchMethodException.class).isThrownBy(() -> invocable.invokeFunction("value"));
        assertThatExceptionOfType(NoSuchMethodException.class).isThrownBy(() -> invocable.invokeMethod(c, "missing"));
        assertThatIllegalArgumentException().isThrownBy(() -> invocable.invokeMethod(null, "x"));
        assertThatNullPointerException().isThrownBy(() -> invocable.invokeFunction(null));
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> invocable.invokeFunction("add"))
                .withMessageContaining("TypeError");
        engine.put("missingInJava", (PythonCallable) () -> {
            throw new NoSuchMethodException("of Java");
        });
        engine.eval("def calls(): missingInJava()");
        assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> invocable.invokeFunction("calls"));
    }

    /** A function that throws. */
    @FunctionalInterface
    public interface PythonCallable {
        /** Runs. */
        void run() throws Exception;
    }

    /** What a script implements. */
    public interface Shop {
        /** Returns a price. */
        long price(String name);

        /** Returns the name. */
        String name();
    }

    @Test
    void interfacesAreImplementedByScripts() throws ScriptException {
        Invocable invocable = (Invocable) engine;
        assertThat(invocable.getInterface(Shop.class)).isNull();
        engine.eval("def price(name): return len(name)\ndef name(): return 'corner'");
        Shop shop = invocable.getInterface(Shop.class);
        assertThat(shop.price("tea")).isEqualTo(3);
        assertThat(shop.name()).isEqualTo("corner");
        engine.eval("def name(): return 'market'");
        assertThat(shop.name()).isEqualTo("market");
        engine.eval("class S:\n    def price(self, name): return 7\n    def name(self): return 's'\ns = S()");
        assertThat(invocable.getInterface(engine.get("s"), Shop.class).price("x"))
                .isEqualTo(7);
        assertThat(invocable.getInterface("a text", Shop.class)).isNull();
        engine.eval("add = lambda a, b: a + b");
        assertThat(invocable.getInterface(engine.get("add"), LongBinaryOperator.class))
                .satisfiesAnyOf(
                        f -> assertThat(f).isNull(),
                        f -> assertThat(f.applyAsLong(1, 2)).isEqualTo(3));
        assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(null));
        assertThatIllegalArgumentException().isThrownBy(() -> invocable.getInterface(null, Shop.class));
    }

    @Test
    void manyThreadsUseOneEngine() throws Exception {
        engine.eval("def square(n): return n * n");
        try (var executor = Executors.newFixedThreadPool(4)) {
            List<Future<Object>> results = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(n -> executor.submit(() -> ((Invocable) engine).invokeFunction("square", n)))
                    .toList();
            for (int n = 0; n < 100; n++) {
                assertThat(results.get(n).get()).isEqualTo((long) n * n);
            }
        }
    }
}
