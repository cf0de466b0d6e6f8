package dev.sanca.testing;

import dev.sanca.Python;
import dev.sanca.internal.cpython.PythonErrors;
import dev.sanca.internal.reference.ReferenceProbe;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.internal.thread.StopWatchProbe;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.types.PyCFunction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Checks after a test that it leaves nothing behind: no bound or detached reference, no count in the release pool, no Java
 * object that Python holds, no pending Python error, and its thread detached. On debug builds of Python a test runs
 * several times, and {@code sys.gettotalrefcount} must stop growing.
 *
 * <p>Every test class names it: {@code @ExtendWith(OwnershipExtension.class)}. It cannot be found by the service loader,
 * which passes over providers that a named module does not declare.
 */
public final class OwnershipExtension implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(OwnershipExtension.class);

    private static final Balance NOTHING = new Balance(0, 0, 0, 0);

    /** What was left after the last look for garbage: held for good, by what no test has made. */
    private static volatile Balance floor = NOTHING;

    private static volatile boolean dirty;

    static {
        RuntimesProbe.addReflected();
        Python.attach(py -> py.none().isNone()); // what its start makes is no test's
        for (PythonRuntime runtime : RuntimesProbe.running()) { // nor what the first exception of Java does
            Python.attach(runtime, OwnershipExtension::passException);
        }
        StopWatchProbe.awaitPrepared(); // nor what it makes a moment later
    }

    private static boolean passException(Python py) {
        try (PyCFunction function = py.function("fail", (token, arguments, keywords) -> {
            throw new IllegalStateException();
        })) {
            return function.call().isNone();
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Immortals.prevent();
        Balance before = Balance.now();
        if (dirty || !before.equals(floor)) { // what is garbage may go at any time
            before = Balance.settled(NOTHING);
            floor = before;
            dirty = false;
        }
        context.getStore(NAMESPACE).put(Balance.class, before);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        if (RuntimesProbe.attachedOrNull() == null && isPythonInOrder()) {
            TotalCounts.check(method, before(context));
        }
    }

    private static boolean isPythonInOrder() {
        return Python.tryAttach()
                .map(py -> {
                    try (py) {
                        return !RuntimesProbe.isStandardCPython() || !PythonErrors.isPending();
                    }
                })
                .orElse(false);
    }

    private static Balance before(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrDefault(Balance.class, Balance.class, Balance.now());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> faults = new ArrayList<>();
        if (RuntimesProbe.attachedOrNull() != null) {
            takePendingError(faults);
            faults.add("the test's thread is still attached: a token was not closed");
            ReferenceProbe.detachThread();
        } else {
            Python.tryAttach().ifPresent(py -> {
                try (py) {
                    takePendingError(faults);
                }
            });
        }
        Balance before = before(context);
        Balance after = Balance.settled(before);
        if (!after.equals(before)) {
            faults.add("ownership is out of balance: before the test " + before + ", after it " + after);
        }
        dirty = !faults.isEmpty() || context.getExecutionException().isPresent();
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("; ", faults));
        }
    }

    private static void takePendingError(List<String> faults) {
        ThreadState state = ThreadState.attachedOrNull();
        if (state != null && PythonErrors.isPending()) {
            faults.add("a Python error is pending: " + PythonErrors.take(state));
        }
    }
}
