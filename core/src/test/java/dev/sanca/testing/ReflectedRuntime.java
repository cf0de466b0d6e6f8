package dev.sanca.testing;

import dev.sanca.spi.PythonRuntime;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CPython once more, as a stranger's runtime: reached through {@link PythonRuntime} alone, so that everything that is
 * derived from it can be tested beside the real one, in the same process.
 */
public final class ReflectedRuntime implements PythonRuntime {
    /** What {@code -Dsanca.runtime} calls it. */
    public static final String NAME = "reflected";

    /** The only one. */
    public static final ReflectedRuntime INSTANCE = new ReflectedRuntime();

    private final PythonRuntime cpython = PythonRuntime.named("cpython");

    private ReflectedRuntime() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return cpython.version();
    }

    @Override
    public void enter() {
        cpython.enter();
    }

    @Override
    public void leave() {
        cpython.leave();
    }

    @Override
    public Object dup(Object reference) {
        return cpython.dup(reference);
    }

    @Override
    public void close(Object reference) {
        cpython.close(reference);
    }

    @Override
    public boolean is(Object a, Object b) {
        return cpython.is(a, b);
    }

    @Override
    public Object type(Object object) {
        return cpython.type(object);
    }

    @Override
    public Object fromJava(@Nullable Object value) {
        return cpython.fromJava(value);
    }

    @Override
    public BigInteger asInteger(Object integer) {
        return cpython.asInteger(integer);
    }

    @Override
    public long asLong(Object integer, long orElse) {
        return cpython.asLong(integer, orElse);
    }

    @Override
    public double asDouble(Object floating) {
        return cpython.asDouble(floating);
    }

    @Override
    public String asString(Object string) {
        return cpython.asString(string);
    }

    @Override
    public byte[] asBytes(Object bytes) {
        return cpython.asBytes(bytes);
    }

    @Override
    public Object getAttr(Object object, String name) {
        return cpython.getAttr(object, name);
    }

    @Override
    public void setAttr(Object object, String name, @Nullable Object value) {
        cpython.setAttr(object, name, value);
    }

    @Override
    public Object call(Object callable, Object[] arguments, Map<String, Object> keywords) {
        return cpython.call(callable, arguments, keywords);
    }

    @Override
    public Object getItem(Object object, Object key) {
        return cpython.getItem(object, key);
    }

    @Override
    public @Nullable Object next(Object iterator) {
        return cpython.next(iterator);
    }

    @Override
    public Object importModule(String name) {
        return cpython.importModule(name);
    }

    @Override
    public Object compile(String source, String fileName, String mode) {
        return cpython.compile(source, fileName, mode);
    }

    @Override
    public Object eval(Object code, @Nullable Object globals, @Nullable Object locals) {
        return cpython.eval(code, globals, locals);
    }

    @Override
    public Object function(String name, Function body) {
        return cpython.function(name, body);
    }

    @Override
    public Object lendBuffer(ByteBuffer memory) {
        return cpython.lendBuffer(memory);
    }

    @Override
    public Object javaObject(Object object, Members members) {
        return cpython.javaObject(object, members);
    }

    @Override
    public @Nullable Object javaObjectOrNull(Object reference) {
        return cpython.javaObjectOrNull(reference);
    }
}
