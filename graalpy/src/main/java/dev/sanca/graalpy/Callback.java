package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * A Java function that Python calls. Its first argument is a dict of keyword arguments or {@code None}; positional
 * arguments follow. It returns exceptions and never throws them: in Python only {@code except BaseException} would
 * catch an exception of Java.
 */
final class Callback implements ProxyExecutable {
    private final GraalPyErrors errors;
    private final PythonRuntime.Function body;

    Callback(GraalPyErrors errors, PythonRuntime.Function body) {
        this.errors = errors;
        this.body = body;
    }

    @Override
    public Object execute(Value... given) {
        Value before = errors.suspend();
        try {
            Object[] arguments = new Object[given.length - 1];
            System.arraycopy(given, 1, arguments, 0, arguments.length);
            return body.call(arguments, keywords(given[0]));
        } catch (Throwable e) {
            return errors.raised(e);
        } finally {
            errors.resume(before);
        }
    }

    private static Map<String, Object> keywords(@Nullable Value dict) {
        if (dict == null || dict.isNull()) {
            return Map.of();
        }
        Map<String, Object> keywords = LinkedHashMap.newLinkedHashMap((int) dict.getHashSize());
        for (Value entries = dict.getHashEntriesIterator(); entries.hasIteratorNextElement(); ) {
            Value entry = entries.getIteratorNextElement();
            keywords.put(entry.getArrayElement(0).asString(), entry.getArrayElement(1));
        }
        return keywords;
    }
}
