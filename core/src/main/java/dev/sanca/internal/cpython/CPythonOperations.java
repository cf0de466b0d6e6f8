package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.AttachScout;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.Pinning;
import dev.sanca.internal.thread.PythonThread;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of CPython, by its C API. Each facet is implemented by an interface of this package; this class has what is not a
 * facet: the start of CPython, and the threads that are attached.
 */
public final class CPythonOperations extends Operations
        implements CPythonObjects,
                CPythonCalls,
                CPythonNumbers,
                CPythonText,
                CPythonContainers,
                CPythonBuffers,
                CPythonErrors,
                CPythonCode,
                CPythonProxies {
    /** The only one. */
    public static final CPythonOperations INSTANCE = new CPythonOperations();

    /** Whether {@link Pinning} is initialised. Threads that race initialise it twice, which does no harm. */
    private static volatile boolean pinningIsReady;

    private CPythonOperations() {}

    @Override
    public String runtime() {
        return "cpython";
    }

    @Override
    public long object(ThreadState state, long word) {
        if (Tagged.isInt(word)) {
            return ofLong(state, Tagged.intValue(word));
        } else if (word == Tagged.NONE) {
            return none(state);
        } else if (word == Tagged.TRUE || word == Tagged.FALSE) {
            return ofBoolean(state, word == Tagged.TRUE);
        } else if (word == Tagged.ELLIPSIS) {
            return Word.newRef(LibPython.address("_Py_EllipsisObject"));
        } else if (word == Tagged.NOT_IMPLEMENTED) {
            return Word.newRef(LibPython.address("_Py_NotImplementedStruct"));
        }
        return JavaHandles.proxy(state, word);
    }

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
    public boolean awaitTurn(long nanos) throws InterruptedException {
        return AttachScout.await(nanos);
    }

    @Override
    public Map<Long, PythonThread> threads() {
        return ThreadFrames.read();
    }

    @Override
    public ThreadState attach() {
        return Attachment.enter(false);
    }

    @Override
    public <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attachment.Body<R, X> body) throws X {
        if (Attachment.isPinned()) {
            return Attachment.runNested(body);
        }
        if (!pinningIsReady) { // a class whose initialisation runs out of stack can never be used again
            CPython.onPlatformThread(Pinning::prepare);
            pinningIsReady = true;
        }
        return Pinning.run(() -> Attachment.runPinned(body));
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
