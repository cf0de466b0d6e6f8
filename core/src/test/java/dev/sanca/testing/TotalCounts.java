package dev.sanca.testing;

import dev.sanca.Python;
import dev.sanca.types.PyModule;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The sum of all counts, which debug builds of Python keep. One run of a test may fill caches; a test that loses a count
 * loses one in every run.
 */
final class TotalCounts {
    private static final int RUNS = 5;

    private static @Nullable Boolean kept;

    private TotalCounts() {}

    /** Runs a test again and again until the sum no longer grows; does nothing on a release build. */
    static void check(ReflectiveInvocationContext<Method> test, Balance goal) throws Throwable {
        if (!isRepeatable(test) || !isKept() || !Balance.settled(goal).equals(goal)) {
            return;
        }
        List<Long> growth = new ArrayList<>();
        long before = now(goal);
        for (int run = 0; run < RUNS; run++) {
            repeat(test);
            long after = now(goal);
            if (after <= before) {
                return;
            }
            growth.add(after - before);
            before = after;
        }
        throw new AssertionError("counts were lost: sys.gettotalrefcount() grew in each further run, by " + growth);
    }

    /** Asked once: to attach for it after each test costs some runtimes more than most tests. */
    private static synchronized boolean isKept() {
        if (kept == null) {
            kept = Python.attach(py -> py.importModule("sys").hasAttr("gettotalrefcount"));
        }
        return kept;
    }

    private static long now(Balance goal) {
        Balance.settled(goal);
        Balance.collectPython();
        return Python.attach(py -> {
            PyModule sys = py.importModule("sys");
            sys.callMethod("_clear_type_cache").close(); // holds names that were looked up in types, dead ones too
            return sys.callMethod("gettotalrefcount").asLong();
        });
    }

    /** Whether a new object of the class and the method alone make the test: nothing before, after or around it. */
    private static boolean isRepeatable(ReflectiveInvocationContext<Method> test) {
        ExtendWith extensions = test.getTargetClass().getAnnotation(ExtendWith.class);
        return extensions != null
                && extensions.value().length == 1
                && constructor(test) != null
                && Arrays.stream(test.getTargetClass().getDeclaredMethods())
                        .noneMatch(
                                m -> m.isAnnotationPresent(BeforeEach.class) || m.isAnnotationPresent(AfterEach.class));
    }

    private static @Nullable Constructor<?> constructor(ReflectiveInvocationContext<Method> test) {
        for (Constructor<?> constructor : test.getTargetClass().getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return constructor;
            }
        }
        return null;
    }

    private static void repeat(ReflectiveInvocationContext<Method> test) throws Throwable {
        Constructor<?> constructor = constructor(test);
        assert constructor != null;
        constructor.setAccessible(true);
        Method method = test.getExecutable();
        method.setAccessible(true);
        try {
            method.invoke(constructor.newInstance(), test.getArguments().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
