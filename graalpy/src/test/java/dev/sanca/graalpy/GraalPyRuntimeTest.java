package dev.sanca.graalpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation of the runtime, by the interface alone. */
class GraalPyRuntimeTest {
    private final PythonRuntime python = new GraalPyRuntime();

    @BeforeEach
    void enter() {
        python.enter();
    }

    @AfterEach
    void leave() {
        python.leave();
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(PythonRuntime.class)).hasAtLeastOneElementOfType(GraalPyRuntime.class);
        assertThat(python.name()).isEqualTo("graalpy");
        assertThat(python.version()).matches("3\\.\\d+\\.\\d+");
    }

    // ---- values ----

    @Test
    void valuesBecomeBuiltInObjects() {
        assertThat(typed(null)).isEqualTo("NoneType None");
        assertThat(typed(true)).isEqualTo("bool True");
        assertThat(typed(7L)).isEqualTo("int 7");
        assertThat(typed(1.0)).isEqualTo("float 1.0");
        assertThat(typed("a\ud83d\ude00")).isEqualTo("str 'a\ud83d\ude00'");
        assertThat(typed(new byte[] {0, -1})).isEqualTo("bytes b'\\x00\\xff'");
        assertThat(typed(BigInteger.TWO.pow(70))).isEqualTo("int 1180591620717411303424");
        assertThat(typed(BigInteger.TWO.pow(70).negate())).isEqualTo("int -1180591620717411303424");
        assertThat(typed(BigInteger.TEN)).isEqualTo("int 10");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE
            })
    void integersComeBack(long value) {
        Object n = python.fromJava(value);
        assertThat(python.asLong(n, 5)).isEqualTo(value);
        assertThat(python.asInteger(n)).isEqualTo(BigInteger.valueOf(value));
    }

    @Test
    void aLargeIntegerIsNoLong() {
        BigInteger large = BigInteger.TWO.pow(63);
        assertThat(python.asLong(python.fromJava(large), -7)).isEqualTo(-7);
        assertThat(python.asInteger(python.fromJava(large))).isEqualTo(large);
        assertThat(python.asInteger(eval("10 ** 400"))).isEqualTo(BigInteger.TEN.pow(400));
        assertThat(python.asLong(eval("-10 ** 400"), 3)).isEqualTo(3);
    }

    @Test
    void instancesOfSubclassesHaveTheirValues() {
        exec("class I(int): pass\nclass F(float): pass\nclass S(str): pass\nclass B(bytes): pass");
        assertThat(python.asLong(eval("I(9)"), 0)).isEqualTo(9);
        assertThat(python.asLong(eval("I(2 ** 70)"), 0)).isEqualTo(0);
        assertThat(python.asInteger(eval("I(2 ** 70)"))).isEqualTo(BigInteger.TWO.pow(70));
        assertThat(python.asLong(eval("True"), 0)).isEqualTo(1);
        assertThat(python.asInteger(eval("False"))).isZero();
        assertThat(python.asDouble(eval("F(0.5)"))).isEqualTo(0.5);
        assertThat(python.asString(eval("S('x')"))).isEqualTo("x");
        assertThat(python.asBytes(eval("B(b'xyz')"))).containsExactly('x', 'y', 'z');
        assertThat(python.asString(python.getAttr(python.type(eval("S('x')")), "__name__")))
                .isEqualTo("S");
    }

    @Test
    void doublesComeBackBitByBit() {
        for (double x :
                new double[] {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, Double.NEGATIVE_INFINITY}) {
            assertThat(python.asDouble(python.fromJava(x))).isEqualTo(x);
        }
        assertThat(python.asDouble(python.fromJava(Double.NaN))).isNaN();
    }

    @Test
    void loneSurrogatesStayAlone() {
        Object s = python.fromJava("a\ud800b");
        assertThat(python.asString(s)).isEqualTo("a\ud800b");
        assertThat(python.asLong(python.call(eval("len"), new Object[] {s}, Map.of()), 0))
                .isEqualTo(3);
        assertThat(python.asString(eval("'\\udc80'"))).isEqualTo("\udc80");
    }

    @Test
    void identityIsPythons() {
        Object list = eval("[]");
        assertThat(python.is(list, list)).isTrue();
        assertThat(python.is(list, eval("[]"))).isFalse();
        assertThat(python.is(eval("None"), python.fromJava(null))).isTrue();
        assertThat(python.is(eval("True"), python.fromJava(true))).isTrue();
        assertThat(python.is(eval("True"), python.fromJava(1L))).isFalse();
        assertThat(python.is(python.type(list), eval("list"))).isTrue();
        assertThat(python.is(python.fromJava(1.0), python.fromJava(1L))).isFalse();
    }

    // ---- objects ----

    @Test
    void attributesAreReadSetAndDeleted() {
        Object o = eval("type('T', (), {})()");
        python.setAttr(o, "x", python.fromJava(3L));
        assertThat(python.asLong(python.getAttr(o, "x"), 0)).isEqualTo(3);
        python.setAttr(o, "x", null);
        assertThat(raised(() -> python.getAttr(o, "x"))).startsWith("AttributeError: ");
        assertThat(raised(() -> python.setAttr(o, "x", null))).startsWith("AttributeError: ");
        assertThat(raised(() -> python.setAttr(python.fromJava(3L), "x", o))).startsWith("AttributeError: ");
    }

    @Test
    void callsTakeArgumentsAndKeywords() {
        Object f = eval("lambda *a, **k: repr((a, k))");
        assertThat(call(f)).isEqualTo("((), {})");
        assertThat(call(f, 1L, "x", null)).isEqualTo("((1, 'x', None), {})");
        Map<String, Object> keywords = new java.util.LinkedHashMap<>();
        keywords.put("b", python.fromJava(2L));
        keywords.put("a", python.fromJava(1L));
        assertThat(python.asString(python.call(f, new Object[] {python.fromJava(0L)}, keywords)))
                .isEqualTo("((0,), {'b': 2, 'a': 1})");
        assertThat(python.asString(python.call(f, new Object[0], keywords))).isEqualTo("((), {'b': 2, 'a': 1})");
    }

    @Test
    void itemsAreReadAndIteratorsEnd() {
        Object list = eval("[10, None, 30]");
        assertThat(python.asLong(python.getItem(list, python.fromJava(-1L)), 0)).isEqualTo(30);
        assertThat(raised(() -> python.getItem(list, python.fromJava(3L)))).startsWith("IndexError: ");
        assertThat(raised(() -> python.getItem(eval("{}"), python.fromJava("k"))))
                .isEqualTo("KeyError: 'k'");
        Object iterator = eval("iter([10, None])");
        assertThat(python.asLong(python.next(iterator), 0)).isEqualTo(10);
        assertThat(typeName(python.next(iterator))).isEqualTo("NoneType");
        assertThat(python.next(iterator)).isNull();
        assertThat(python.next(iterator)).isNull();
        assertThat(raised(() -> python.next(eval("(1 // 0 for _ in 'a')")))).startsWith("ZeroDivisionError: ");
    }

    // ---- code ----

    @Test
    void modulesAreImported() {
        assertThat(typeName(python.importModule("os.path"))).isEqualTo("module");
        assertThat(raised(() -> python.importModule("no_such_module")))
                .isEqualTo("ModuleNotFoundError: No module named 'no_such_module'");
    }

    @Test
    void codeIsCompiledAndRunWhereItIsTold() {
        Object globals = eval("{}");
        Object locals = eval("{}");
        python.eval(python.compile("x = 1\ny = __name__ if 0 else 2", "f.py", "exec"), globals, locals);
        assertThat(python.asLong(python.getItem(locals, python.fromJava("y")), 0))
                .isEqualTo(2);
        assertThat(raised(() -> python.getItem(globals, python.fromJava("x")))).startsWith("KeyError");
        python.eval(python.compile("in_main = 5", "f.py", "exec"), null, null);
        assertThat(python.asLong(python.getAttr(python.importModule("__main__"), "in_main"), 0))
                .isEqualTo(5);
        assertThat(typeName(eval("None"))).isEqualTo("NoneType");
        assertThat(typeName(eval("..."))).isEqualTo("ellipsis");
        assertThat(raised(() -> python.compile("(", "bad.py", "eval"))).startsWith("SyntaxError: ");
    }

    @Test
    void theNamesOfTheGlueAreNotThoseOfMain() {
        assertThat(raised(() -> eval("raised"))).startsWith("NameError");
        assertThat(raised(() -> eval("importlib"))).startsWith("NameError");
    }

    // ---- errors ----

    @Test
    void theSameExceptionObjectComesOut() {
        Object error = eval("ValueError('x')");
        exec("def throw(e): raise e");
        Raised raised = thrownBy(() -> python.call(eval("throw"), new Object[] {error}, Map.of()));
        assertThat(python.is(raised.exception(), error)).isTrue();
    }

    @Test
    void theTracebackIsThatOfTheCodeAlone() {
        python.eval(
                python.compile("def f():\n  return g()\ndef g():\n  return 1 // 0", "maths.py", "exec"), null, null);
        Raised raised = thrownBy(() -> eval("f()"));
        exec("import traceback");
        Object frames = python.call(
                eval("lambda e: str([(t.filename, t.lineno, t.name) for t in traceback.extract_tb(e.__traceback__)])"),
                new Object[] {raised.exception()},
                Map.of());
        assertThat(python.asString(frames))
                .isEqualTo("[('<test>', 1, '<module>'), ('maths.py', 2, 'f'), ('maths.py', 4, 'g')]");
    }

    @Test
    void whatEndsAProgramIsAnExceptionHere() {
        assertThat(raised(() -> eval("__import__('sys').exit(3)"))).isEqualTo("SystemExit: 3");
        exec("def interrupt(): raise KeyboardInterrupt");
        assertThat(raised(() -> eval("interrupt()"))).startsWith("KeyboardInterrupt");
    }

    // ---- Java ----

    @Test
    void functionsGetTheirArguments() {
        Object f = python.function("f", (arguments, keywords) -> {
            assertThat(keywords.keySet()).containsExactly("k");
            return python.call(eval("lambda *a: list(a)"), new Object[] {arguments[0], keywords.get("k")}, Map.of());
        });
        bind("f", f);
        assertThat(python.asString(eval("str(f(1, k='v'))"))).isEqualTo("[1, 'v']");
        assertThat(python.asString(eval("f.__name__"))).isEqualTo("f");
        assertThat(python.asString(eval("repr(f)"))).isEqualTo("<built-in function f>");
        assertThat(python.asString(eval("type(f).__name__"))).isEqualTo("builtin_function_or_method");
        assertThat(((org.graalvm.polyglot.Value) eval("isinstance(f, __import__('types').BuiltinFunctionType)"))
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aFunctionInAClassDoesNotBind() {
        bind("count", python.function("count", (arguments, _) -> python.fromJava((long) arguments.length)));
        exec("class C: count = count");
        assertThat(python.asLong(eval("C().count(1, 2)"), 0)).isEqualTo(2);
    }

    @Test
    void aFunctionRaisesWhatItThrows() {
        Object error = eval("LookupError('of Java')");
        bind("f", python.function("f", (_, _) -> {
            throw new Raised(error);
        }));
        exec("try: f()\nexcept LookupError as e: caught = e");
        assertThat(python.is(eval("caught"), error)).isTrue();
        assertThat(python.is(thrownBy(() -> eval("f()")).exception(), error)).isTrue();
    }

    @Test
    void anErrorWithinAFunctionIsItsOwn() {
        bind("f", python.function("f", (_, _) -> {
            assertThat(raised(() -> eval("1 // 0"))).startsWith("ZeroDivisionError");
            return python.fromJava("fine");
        }));
        assertThat(python.asString(eval("f()"))).isEqualTo("fine");
        exec("class E(Exception):\n  def __str__(self): return f()");
        assertThat(raised(() -> exec("raise E"))).isEqualTo("E: fine");
    }

    @Test
    void whateverElseAFunctionThrowsComesBackUnchanged() {
        for (Throwable thrown : List.of(new IllegalStateException("x"), new OutOfMemoryError("not really"))) {
            bind("f", python.function("f", (_, _) -> {
                throw GraalPyRuntimeTest.<RuntimeException>sneaky(thrown);
            }));
            exec("def g():\n  try: f()\n  except Exception: pass\n  else: raise AssertionError");
            assertThatThrownBy(() -> eval("g()")).isSameAs(thrown);
        }
    }

    @Test
    void javaObjectsAreThemselves() {
        Object java = new StringBuilder("text");
        Object o = python.javaObject(java, new NoMembers());
        assertThat(python.javaObjectOrNull(o)).isSameAs(java);
        assertThat(python.javaObjectOrNull(eval("[]"))).isNull();
        assertThat(python.javaObjectOrNull(python.fromJava(null))).isNull();
        bind("o", o);
        assertThat(python.asString(eval("str(o)"))).isEqualTo("text");
        assertThat(python.asLong(eval("hash(o)"), 0)).isEqualTo(java.hashCode());
        assertThat(python.asString(eval("str([n for n in dir(o) if 'e' in n and '_' not in n])")))
                .isEqualTo("['length', 'three']");
        assertThat(python.asLong(eval("o.three"), 0)).isEqualTo(3);
        assertThat(raised(() -> eval("o.four"))).startsWith("AttributeError: ");
        for (Object value : List.of("text", 7, List.of(1), Map.of())) {
            assertThat(python.javaObjectOrNull(python.javaObject(value, new NoMembers())))
                    .isSameAs(value);
        }
    }

    @Test
    void javaObjectsAreEqualByEquals() {
        bind("a", python.javaObject(List.of(1, 2), new NoMembers()));
        bind("b", python.javaObject(new java.util.ArrayList<>(List.of(1, 2)), new NoMembers()));
        bind("c", python.javaObject(List.of(), new NoMembers()));
        assertThat(python.asString(eval("str((a == b, a == c, a == [1, 2], a != b, a is b, {a: 1}[b]))")))
                .isEqualTo("(True, False, False, False, False, 1)");
    }

    @Test
    void javaObjectsAreOrderedWhereBothAreComparable() {
        bind("a", python.javaObject(1, new NoMembers()));
        bind("b", python.javaObject(2, new NoMembers()));
        bind("c", python.javaObject(List.of(), new NoMembers()));
        assertThat(python.asString(eval("str((a < b, a <= b, a > b, a >= b, sorted([b, a]) == [a, b]))")))
                .isEqualTo("(True, True, False, False, True)");
        assertThat(raised(() -> eval("a < c"))).startsWith("TypeError: '<' not supported");
        assertThat(raised(() -> eval("a < 2"))).startsWith("TypeError: '<' not supported");
    }

    @Test
    void aJavaObjectWithoutOneIsRefused() {
        bind("o", python.javaObject(1, new NoMembers()));
        bind("empty", eval("object.__new__(type(o))"));
        for (String use : List.of("str(empty)", "empty == o", "empty.three", "type(o)(empty)")) {
            assertThat(raised(() -> eval(use))).startsWith("TypeError: this JavaObject was made without a Java object");
        }
        Object empty = eval("empty");
        assertThat(python.javaObjectOrNull(empty)).isNull();
    }

    @Test
    void aBufferIsLent() {
        ByteBuffer memory = ByteBuffer.allocateDirect(16).put(0, (byte) 9);
        bind("m", python.lendBuffer(memory.slice(0, 4)));
        assertThat(python.asString(eval("str((type(m).__name__, m.format, m.nbytes, m[0], m.readonly))")))
                .isEqualTo("('memoryview', 'B', 4, 9, False)");
        bind("m", python.lendBuffer(memory.asReadOnlyBuffer()));
        assertThat(raised(() -> exec("m[0] = 1"))).startsWith("TypeError");
    }

    @Test
    void anUnknownClassIsRefused() {
        assertThatThrownBy(() -> python.fromJava('c')).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class NoMembers implements PythonRuntime.Members {
        @Override
        public Object get(String name) {
            return name.equals("three") ? new GraalPyRuntime().fromJava(3L) : null;
        }

        @Override
        public List<String> names() {
            return List.of("three", "length");
        }
    }

    // ---- how the tests talk to it ----

    private Object eval(String expression) {
        return python.eval(python.compile(expression, "<test>", "eval"), null, null);
    }

    private void exec(String code) {
        python.eval(python.compile(code, "<test>", "exec"), null, null);
    }

    private void bind(String name, Object value) {
        python.setAttr(python.importModule("__main__"), name, value);
    }

    private String call(Object function, Object... values) {
        Object[] arguments = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            arguments[i] = python.fromJava(values[i]);
        }
        return python.asString(python.call(function, arguments, Map.of()));
    }

    private String typed(Object value) {
        return call(eval("lambda x: type(x).__name__ + ' ' + repr(x)"), value);
    }

    private String typeName(Object object) {
        return python.asString(python.getAttr(python.type(object), "__name__"));
    }

    private static Raised thrownBy(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        Raised raised = catchThrowableOfType(Raised.class, code);
        assertThat(raised).isNotNull();
        return raised;
    }

    private String raised(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        Object error = thrownBy(code).exception();
        return python.asString(
                python.call(eval("lambda e: type(e).__name__ + ': ' + str(e)"), new Object[] {error}, Map.of()));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
