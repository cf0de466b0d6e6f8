package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * GraalPy as a runtime of Sanca. A reference is a {@link Value}; the JVM's garbage collector finds out when it is
 * unreachable.
 *
 * <p><b>Thread:</b> any number of threads may have entered. GraalPy lets one of them run Python at a time, and none
 * while it is in Java code.
 *
 * <p><b>Cost:</b> a few microseconds for each operation, until GraalPy's compiler, where there is one, has compiled it.
 */
public final class GraalPyRuntime implements PythonRuntime {
    /** Creates the service; {@link java.util.ServiceLoader} calls this. */
    public GraalPyRuntime() {}

    @Override
    public String name() {
        return "graalpy";
    }

    /** {@inheritDoc} Starts GraalPy, since only the running interpreter knows its version. */
    @Override
    public String version() {
        return GraalPyContext.get().version;
    }

    /**
     * {@inheritDoc} Starts GraalPy and takes no lock: each call enters GraalPy's context by itself. Entering the
     * context for longer saves little, takes no lock either, and would have to be undone in order, on threads that
     * Python started too.
     */
    @Override
    public void enter() {
        GraalPyContext.get();
    }

    @Override
    public void leave() {}

    @Override
    public boolean is(Object a, Object b) {
        return a == b || run(glue().is(), a, b).asBoolean();
    }

    @Override
    public Object type(Object object) {
        return run(glue().type(), object);
    }

    // ---- values ----

    @Override
    public Object fromJava(@Nullable Object value) {
        return switch (value) {
            case null -> glue().none();
            case Boolean b -> python().context.asValue(b);
            case Long n -> python().context.asValue(n);
            case Double x -> python().context.asValue(x);
            case BigInteger n ->
                n.bitLength() < Long.SIZE ? python().context.asValue(n.longValue()) : run(glue().integer(), n);
            case String s -> run(glue().same(), s);
            case byte[] b -> run(glue().bytes(), new String(b, StandardCharsets.ISO_8859_1));
            default ->
                throw new IllegalArgumentException("a PythonRuntime makes no Python object of a "
                        + value.getClass().getName() + ": convert it first");
        };
    }

    @Override
    public BigInteger asInteger(Object integer) {
        Value n = (Value) integer;
        if (n.isBoolean()) {
            return n.asBoolean() ? BigInteger.ONE : BigInteger.ZERO;
        }
        return n.fitsInBigInteger() ? n.asBigInteger() : run(glue().index(), n).asBigInteger();
    }

    @Override
    public long asLong(Object integer, long orElse) {
        Value n = (Value) integer;
        if (n.fitsInLong()) {
            return n.asLong();
        }
        if (n.isBoolean()) {
            return n.asBoolean() ? 1 : 0;
        }
        return n.fitsInBigInteger() ? orElse : asLong(run(glue().index(), n), orElse);
    }

    @Override
    public double asDouble(Object floating) {
        Value x = (Value) floating;
        return x.fitsInDouble() ? x.asDouble() : run(glue().floating(), x).asDouble();
    }

    @Override
    public String asString(Object string) {
        return ((Value) string).asString();
    }

    @Override
    public byte[] asBytes(Object bytes) {
        Value b = (Value) bytes;
        long size = b.getBufferSize();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    size + " bytes are too many for a Java byte[]. Take slices of them in Python");
        }
        byte[] copy = new byte[(int) size];
        b.readBuffer(0, copy, 0, copy.length);
        return copy;
    }

    // ---- objects ----

    @Override
    public Object getAttr(Object object, String name) {
        return run(glue().getAttr(), object, name);
    }

    @Override
    public void setAttr(Object object, String name, @Nullable Object value) {
        if (value == null) {
            run(glue().delAttr(), object, name);
        } else {
            run(glue().setAttr(), object, name, value);
        }
    }

    @Override
    public Object call(Object callable, Object[] arguments, Map<String, Object> keywords) {
        int count = arguments.length;
        int named = keywords.size();
        if (named == 0) {
            Object[] all = new Object[count + 1];
            all[0] = callable;
            System.arraycopy(arguments, 0, all, 1, count);
            return run(glue().call(), all);
        }
        Object[] all = new Object[2 + count + 2 * named];
        all[0] = callable;
        all[1] = named;
        System.arraycopy(arguments, 0, all, 2, count);
        int next = 2 + count;
        for (Map.Entry<String, Object> keyword : keywords.entrySet()) {
            all[next] = keyword.getKey();
            all[next + named] = keyword.getValue();
            next++;
        }
        return run(glue().callWithKeywords(), all);
    }

    @Override
    public Object getItem(Object object, Object key) {
        return run(glue().getItem(), object, key);
    }

    @Override
    public @Nullable Object next(Object iterator) {
        Value item = run(glue().next(), iterator);
        return item.equals(glue().end()) ? null : item;
    }

    // ---- code ----

    @Override
    public Object importModule(String name) {
        return run(glue().importModule(), name);
    }

    @Override
    public Object compile(String source, String fileName, String mode) {
        return run(glue().compile(), source, fileName, mode);
    }

    @Override
    public Object eval(Object code, @Nullable Object globals, @Nullable Object locals) {
        return run(glue().evaluate(), code, globals != null, globals, locals != null, locals);
    }

    // ---- Java ----

    @Override
    public Object function(String name, Function body) {
        return run(glue().function(), new Callback(python().errors, body), name);
    }

    /**
     * {@inheritDoc} Copies the memory: GraalPy 25.0 cannot make a {@code memoryview} of a {@link ByteBuffer}, and a
     * view of an address would outlive the memory.
     */
    @Override
    public Object lendBuffer(ByteBuffer memory) {
        byte[] copy = new byte[memory.remaining()];
        memory.duplicate().get(copy);
        return run(glue().buffer(), new String(copy, StandardCharsets.ISO_8859_1), memory.isReadOnly());
    }

    @Override
    public Object javaObject(Object object, Members members) {
        return new JavaObjects(python()).make(object, members);
    }

    @Override
    public @Nullable Object javaObjectOrNull(Object reference) {
        return new JavaObjects(python()).objectOrNull((Value) reference);
    }

    private static GraalPyContext python() {
        return GraalPyContext.started();
    }

    private static Glue glue() {
        return GraalPyContext.started().glue;
    }

    private static Value run(Value function, @Nullable Object... arguments) {
        return GraalPyContext.started().run(function, arguments);
    }
}
