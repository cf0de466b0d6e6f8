package dev.sanca.testing;

import dev.sanca.Python;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Checks that a {@link KnownDifference} is as it says, and reports it. */
public final class KnownDifferenceExtension implements InvocationInterceptor {
    /** The key of the report entry whose value is the reason. */
    public static final String REPORT = "known difference";

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        check(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        check(invocation, method, context);
    }

    private static void check(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Set<String> kinds = kindsOfPython();
        KnownDifference difference = Stream.of(method.getExecutable(), method.getTargetClass())
                .flatMap(place -> AnnotationSupport.findRepeatableAnnotations(place, KnownDifference.class).stream())
                .filter(known -> Arrays.stream(known.on()).anyMatch(kinds::contains))
                .findFirst()
                .orElse(null);
        if (difference == null) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (Throwable e) {
            if (!text(e).contains(difference.failsWith())) {
                e.addSuppressed(new AssertionError("it was known to fail with: " + difference.failsWith()));
                throw e;
            }
            context.publishReportEntry(REPORT, difference.why());
            return;
        }
        throw new AssertionError("it passed, and was known not to: " + difference.why()
                + ". Remove the KnownDifference, or say where it is left");
    }

    /** What the Python under test is: its runtime's name and the kinds of its build. */
    private static Set<String> kindsOfPython() {
        Set<String> kinds = new LinkedHashSet<>();
        kinds.add(System.getProperty("sanca.runtime", "cpython"));
        Python.attach(py -> {
            if (py.importModule("sys").hasAttr("gettotalrefcount")) {
                kinds.add("debug");
            }
            if (py.eval("__import__('sysconfig').get_config_var('Py_GIL_DISABLED')")
                    .isTruthy()) {
                kinds.add("free-threaded");
            }
            return null;
        });
        return kinds;
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
