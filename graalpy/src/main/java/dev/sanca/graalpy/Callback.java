package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The way from Python into Java: keyword arguments as a dict or {@code None}, then positional ones. It never throws: only
 * {@code except BaseException} would catch that.
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
