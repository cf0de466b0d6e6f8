package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.boolobject_h;
import dev.sanca.internal.ffi.bytesobject_h;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.memoryobject_h;
import dev.sanca.internal.ffi.setobject_h;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.Pinning;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.FloatReads;
import dev.sanca.internal.word.NumberFreeList;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.math.BigInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations of CPython: each goes on to the class of its part of the C API.
 *
 * @implNote This file is long because it is a table: one line for each operation.
 */
public final class CPythonOperations extends Operations {
    /** The only one. */
    public static final CPythonOperations INSTANCE = new CPythonOperations();

    /** Whether {@link Pinning} is initialised; written twice at worst. */
    private static volatile boolean pinningIsReady;

    private CPythonOperations() {}

    @Override
    public String runtime() {
        return "cpython";
    }

    // ---- words and types ----

    @Override
    public long object(ThreadState state, long word) {
        return Immediates.object(state, word);
    }

    @Override
    public boolean isKind(ThreadState state, long word, Kind<?> kind, boolean exact) {
        return (exact ? kind.isExact() : kind.isInstance()).test(word);
    }

    @Override
    public long type(ThreadState state, long word) {
        return Word.newRef(Word.type(word));
    }

    @Override
    public String typeName(ThreadState state, long word) {
        return TypeNames.of(state, Word.type(word));
    }

    @Override
    public String nameOfType(ThreadState state, long type) {
        return TypeNames.of(state, type);
    }

    @Override
    public boolean is(ThreadState state, long a, long b) {
        return Word.is(a, b);
    }

    // ---- the object protocol ----

    @Override
    public long getAttr(ThreadState state, long object, String name) {
        return ObjectProtocol.getAttr(state, object, name);
    }

    @Override
    public long getAttrOrNull(ThreadState state, long object, String name) {
        return ObjectProtocol.getAttrOrNull(object, name);
    }

    @Override
    public void setAttr(ThreadState state, long object, String name, long value) {
        ObjectProtocol.setAttr(state, object, name, value);
    }

    @Override
    public void delAttr(ThreadState state, long object, String name) {
        ObjectProtocol.delAttr(state, object, name);
    }

    @Override
    public boolean hasAttr(ThreadState state, long object, String name) {
        return ObjectProtocol.hasAttr(state, object, name);
    }

    @Override
    public long getItem(ThreadState state, long object, long key) {
        return ObjectProtocol.getItem(state, object, key);
    }

    @Override
    public long getItemOrNull(ThreadState state, long object, long key) {
        return ObjectProtocol.getItemOrNull(state, object, key);
    }

    @Override
    public void setItem(ThreadState state, long object, long key, long value) {
        ObjectProtocol.setItem(state, object, key, value);
    }

    @Override
    public void delItem(ThreadState state, long object, long key) {
        ObjectProtocol.delItem(state, object, key);
    }

    @Override
    public boolean contains(ThreadState state, long object, long value) {
        return ObjectProtocol.contains(state, object, value);
    }

    @Override
    public long length(ThreadState state, long object) {
        return ObjectProtocol.length(state, object);
    }

    @Override
    public long iterator(ThreadState state, long object) {
        return ObjectProtocol.iterator(state, object);
    }

    @Override
    public boolean isIterable(ThreadState state, long object) {
        return Iteration.isIterable(object);
    }

    @Override
    public long next(ThreadState state, long iterator) {
        return Iteration.next(state, iterator);
    }

    @Override
    public long dir(ThreadState state, long object) {
        return ObjectProtocol.dir(state, object);
    }

    @Override
    public boolean isTrue(ThreadState state, long object) {
        return ObjectProtocol.isTrue(state, object);
    }

    @Override
    public long hash(ThreadState state, long object) {
        return ObjectProtocol.hash(state, object);
    }

    @Override
    public String str(ThreadState state, long object) {
        return Strings.str(state, object);
    }

    @Override
    public @Nullable String strOrNull(ThreadState state, long object) {
        return Strings.strOrNull(state, object);
    }

    @Override
    public String repr(ThreadState state, long object) {
        return Strings.repr(state, object);
    }

    @Override
    public boolean compare(ThreadState state, long a, long b, Comparison comparison) {
        return ObjectProtocol.compare(state, a, b, comparison.number());
    }

    @Override
    public boolean isInstance(ThreadState state, long object, long type) {
        return ObjectProtocol.isInstance(state, object, type);
    }

    @Override
    public boolean isSubclass(ThreadState state, long type, long other) {
        return ObjectProtocol.isSubclass(state, type, other);
    }

    @Override
    public boolean isCallable(ThreadState state, long object) {
        return ObjectProtocol.isCallable(object);
    }

    @Override
    public long unary(ThreadState state, UnaryOperator operator, long a) {
        return PythonErrors.check(state, Operators.function(operator).apply(a));
    }

    @Override
    public long binary(ThreadState state, BinaryOperator operator, long a, long b) {
        return PythonErrors.check(state, Operators.function(operator).apply(a, b));
    }

    @Override
    public long power(ThreadState state, long a, long b, long modulus) {
        return PythonErrors.check(state, abstract_h.PyNumber_Power(a, b, modulus));
    }

    // ---- calls ----

    @Override
    public long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments) {
        return Calls.call(state, callable, arguments);
    }

    @Override
    public long call(ThreadState state, long callable) {
        return Calls.call(state, callable);
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a) {
        return Calls.call(state, callable, a);
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b) {
        return Calls.call(state, callable, a, b);
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return Calls.call(state, callable, a, b, c);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object @Nullable [] arguments) {
        return Calls.callMethod(state, object, name, arguments);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name) {
        return Calls.callMethod(state, object, name);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object a) {
        return Calls.callMethod(state, object, name, a);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b) {
        return Calls.callMethod(state, object, name, a, b);
    }

    @Override
    public long callMethod(
            ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return Calls.callMethod(state, object, name, a, b, c);
    }

    @Override
    public long callWords(ThreadState state, long callable, long... words) {
        return Calls.callAll(state, callable, words);
    }

    // ---- code ----

    @Override
    public long importModule(ThreadState state, String name) {
        return Modules.importModule(state, name);
    }

    @Override
    public long moduleFromCode(ThreadState state, String source, String fileName, String name) {
        return Modules.fromCode(state, source, fileName, name);
    }

    @Override
    public long compile(ThreadState state, String source, String fileName, String mode) {
        return Code.compile(state, source, fileName, mode);
    }

    @Override
    public long evaluate(ThreadState state, long code, long globals, long locals) {
        return Code.evaluate(state, code, globals, locals);
    }

    @Override
    public void checkSignals(ThreadState state) {
        Code.checkSignals(state);
    }

    // ---- making objects ----

    @Override
    public long none(ThreadState state) {
        return Word.newRef(TypeReads.none());
    }

    @Override
    public long ofBoolean(ThreadState state, boolean value) {
        return boolobject_h.PyBool_FromLong(value ? 1 : 0);
    }

    @Override
    public long ofLong(ThreadState state, long value) {
        long spare = NumberFreeList.newIntOrNull(value);
        return spare != 0 ? spare : PythonErrors.check(state, longobject_h.PyLong_FromLongLong(value));
    }

    @Override
    public long ofBigInteger(ThreadState state, BigInteger value) {
        return LargeIntegers.of(state, value);
    }

    @Override
    public long ofDouble(ThreadState state, double value) {
        long spare = NumberFreeList.newFloatOrNull(value);
        return spare != 0 ? spare : PythonErrors.check(state, floatobject_h.PyFloat_FromDouble(value));
    }

    @Override
    public long ofString(ThreadState state, String value) {
        return PythonErrors.check(state, Strings.newString(state, value));
    }

    @Override
    public long ofBytes(ThreadState state, byte[] value) {
        return PythonErrors.check(state, bytesobject_h.PyBytes_FromStringAndSize(value, value.length));
    }

    @Override
    public long dict(ThreadState state) {
        return Containers.dict(state);
    }

    @Override
    public long container(ThreadState state, Container kind, long[] words) {
        return Containers.of(state, kind, words);
    }

    @Override
    public long listOf(ThreadState state, long[] values) {
        return Containers.listOf(state, values);
    }

    @Override
    public long listOf(ThreadState state, double[] values) {
        return Containers.listOf(state, values);
    }

    @Override
    public long function(ThreadState state, String name, PythonFunctionBody body) {
        return JavaFunction.make(state, name, body);
    }

    @Override
    public long proxy(ThreadState state, Object object) {
        return JavaProxy.make(state, object);
    }

    @Override
    public @Nullable Object unwrapOrNull(ThreadState state, long word) {
        return JavaProxy.unwrapOrNull(word);
    }

    // ---- values ----

    @Override
    public boolean isIndex(ThreadState state, long word) {
        return abstract_h.PyIndex_Check(word) != 0;
    }

    @Override
    public long index(ThreadState state, long word) {
        return PythonErrors.check(state, abstract_h.PyNumber_Index(word));
    }

    @Override
    public long asLong(ThreadState state, long integer, long orElse) {
        long value = longobject_h.PyLong_AsLongLong(integer);
        if (value == -1 && PythonErrors.isPending()) {
            PythonErrors.clear();
            return orElse;
        }
        return value;
    }

    @Override
    public BigInteger asBigInteger(ThreadState state, long integer) {
        return LargeIntegers.toJava(state, integer);
    }

    @Override
    public boolean isNumber(ThreadState state, long word) {
        return abstract_h.PyNumber_Check(word) != 0;
    }

    @Override
    public double asDouble(ThreadState state, long word) {
        if (TypeReads.isExactFloat(word)) {
            return FloatReads.floatValue(word);
        }
        double value = floatobject_h.PyFloat_AsDouble(word);
        if (value == -1.0 && PythonErrors.isPending()) {
            throw PythonErrors.pending(state);
        }
        return value;
    }

    @Override
    public String asString(ThreadState state, long string) {
        return Strings.toJava(state, string);
    }

    // ---- containers ----

    @Override
    public long listSize(ThreadState state, long list) {
        return SequenceReads.listSize(list);
    }

    @Override
    public long listItem(ThreadState state, long list, long index) {
        return Word.newRef(SequenceReads.listItem(list, index));
    }

    @Override
    public long tupleSize(ThreadState state, long tuple) {
        return SequenceReads.tupleSize(tuple);
    }

    @Override
    public long tupleItem(ThreadState state, long tuple, long index) {
        return Word.newRef(SequenceReads.tupleItem(tuple, index));
    }

    @Override
    public void setListItem(ThreadState state, long list, long index, long value) {
        if (!Containers.setItem(list, index, value)) {
            super.setListItem(state, list, index, value);
        }
    }

    @Override
    public void append(ThreadState state, long list, long value) {
        Containers.append(state, list, value);
    }

    @Override
    public void addToSet(ThreadState state, long set, long value) {
        PythonErrors.check(state, setobject_h.PySet_Add(set, value));
    }

    @Override
    public long dictGet(ThreadState state, long dict, long key) {
        return Containers.dictGet(state, dict, key);
    }

    @Override
    public long dictList(ThreadState state, long dict, Part part) {
        return Containers.dictList(state, dict, part);
    }

    @Override
    public long list(ThreadState state, long iterable) {
        return PythonErrors.check(state, abstract_h.PySequence_List(iterable));
    }

    @Override
    public boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor) {
        return Containers.forEachEntry(state, dict, visitor);
    }

    // ---- buffers ----

    @Override
    public @Nullable HeldBuffer bufferOrNull(ThreadState state, long word) {
        return BufferView.ofOrNull(word);
    }

    @Override
    public HeldBuffer buffer(ThreadState state, long word) {
        return BufferView.of(state, word);
    }

    @Override
    public long memoryView(ThreadState state, long word) {
        return PythonErrors.check(state, memoryobject_h.PyMemoryView_FromObject(word));
    }

    @Override
    public long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return Buffers.lend(state, owner, address, bytes, readOnly);
    }

    @Override
    public long memoryView(ThreadState state, long bytes, LongConsumer filler) {
        return Buffers.filled(state, bytes, filler);
    }

    // ---- errors ----

    @Override
    public RuntimeException error(ThreadState state, String exception, String message) {
        return PythonErrors.of(state, "PyExc_" + exception, message);
    }

    @Override
    public @Nullable Throwable cause(ThreadState state, long exception) {
        return PythonErrors.cause(state, exception);
    }

    @Override
    public void raise(ThreadState state, Throwable error) {
        PythonErrors.raise(state, error);
    }

    // ---- the thread ----

    @Override
    public void ensureStarted() {
        CPython.ensureStarted();
    }

    @Override
    public boolean isRunning() {
        return CPython.isRunning();
    }

    @Override
    public boolean hasEnded() {
        return ScopeStack.hasEnded();
    }

    @Override
    public String version() {
        return CPython.version();
    }

    @Override
    public @Nullable ThreadState attachedOrNull() {
        return ThreadState.attachedOrNull();
    }

    @Override
    public ThreadState attach() {
        return Attachment.enter(false);
    }

    @Override
    public <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attached<R, X> body) throws X {
        if (Attachment.isPinned()) {
            return body.run(Attachment.enterCarrier());
        }
        if (!pinningIsReady) { // where a virtual thread meets the end of its stack, no class should be half initialised
            CPython.onPlatformThread(Pinning::prepare);
            pinningIsReady = true;
        }
        return Pinning.run(() -> body.run(Attachment.enterCarrier()));
    }

    @Override
    public void drainPool() {
        Attachment.drainPool();
    }

    @Override
    public void enter(ThreadState state) {
        state.enterInterpreter();
    }

    @Override
    public void leave(ThreadState state) {
        state.leaveInterpreter();
    }
}
