package dev.sanca.internal.derived;

import dev.sanca.Python;
import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ForeignStates;
import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import dev.sanca.types.PyAny;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls Java functions for the Python code of a runtime. Every call from a runtime into code of users goes through this class. Each call has a
 * separate token and scope, and runs with the context class loader of the thread that made the function. What the function
 * throws becomes a Python exception.
 */
final class DerivedFunctions {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private final DerivedAccess access;
    private final PythonRuntime runtime;
    private final DerivedWords words;

    DerivedFunctions(DerivedAccess access) {
        this.access = access;
        this.runtime = access.runtime;
        this.words = access.words;
    }

    /** Returns a new reference to a Python function that calls the body. */
    Object function(String name, PythonFunctionBody body) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return runtime.function(name, (arguments, keywords) -> call(body, loader, arguments, keywords));
    }

    /** Returns a new reference to a Python object that stands for a Java object. */
    Object javaObject(Object object) {
        return runtime.javaObject(object, new DerivedMembers(access, object));
    }

    private Object call(
            PythonFunctionBody body, @Nullable ClassLoader loader, Object[] arguments, Map<String, Object> keywords) {
        Thread thread = Thread.currentThread();
        ClassLoader outside = thread.getContextClassLoader();
        ThreadState state = ForeignStates.ofThisThread(access.operations);
        if (Stack.isExhausted(state)) {
            Stack.checkRuntime(state); // throws if too little stack is left even to make the RecursionError
            throw access.exceptions.raised("RecursionError", "no stack left for a call from Python into Java");
        }
        Thread before = state.enterUpcall();
        thread.setContextClassLoader(loader);
        try {
            return inScope(state, body, arguments, keywords);
        } finally {
            thread.setContextClassLoader(outside);
            state.leaveUpcall(before);
        }
    }

    private Object inScope(
            ThreadState state, PythonFunctionBody body, Object[] arguments, Map<String, Object> keywords) {
        Object result = null;
        try {
            Python py = Face.ofCall(state);
            try {
                Object value = body.call(py, positional(state, arguments), named(state, keywords));
                Throwable restored = state.takeRestored();
                if (restored != null) {
                    throw restored;
                }
                result = result(state, value);
            } finally {
                Face.closeInnerAnd(py);
            }
            return result;
        } catch (Throwable e) {
            if (result != null) { // the scope failed to close
                runtime.close(result);
            }
            throw raised(state, e);
        }
    }

    private Object result(ThreadState state, @Nullable Object value) {
        long word = ToPython.convert(state, value);
        try {
            return runtime.dup(words.reference(word));
        } finally {
            Word.decref(word);
        }
    }

    private Raised raised(ThreadState state, Throwable error) {
        state.takeRestored(); // what the body throws counts
        if (error instanceof Raised r) {
            return r;
        }
        return access.exceptions.toPython(state, error);
    }

    private List<PyAny> positional(ThreadState state, Object[] arguments) {
        PyAny[] references = new PyAny[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            references[i] = bound(state, arguments[i]);
        }
        return List.of(references);
    }

    private Map<String, PyAny> named(ThreadState state, Map<String, Object> keywords) {
        if (keywords.isEmpty()) {
            return Map.of();
        }
        Map<String, PyAny> map = LinkedHashMap.newLinkedHashMap(keywords.size());
        keywords.forEach((name, value) -> map.put(name, bound(state, value)));
        return map;
    }

    private PyAny bound(ThreadState state, Object reference) {
        return ANY.make(state, words.put(runtime.dup(reference)));
    }
}
