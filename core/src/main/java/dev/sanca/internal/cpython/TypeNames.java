package dev.sanca.internal.cpython;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/** InternedNames of Python classes, for messages. */
final class TypeNames {
    private TypeNames() {}

    /** Module and qualified name of a borrowed type, without {@code builtins}. */
    static String of(ThreadState state, long type) {
        String module = attribute(state, type, "__module__");
        String name = attribute(state, type, "__qualname__");
        return module.isEmpty() || module.equals("builtins") || module.equals("__main__") ? name : module + "." + name;
    }

    private static String attribute(ThreadState state, long type, String attribute) {
        long value = ObjectProtocol.getAttrOrNull(type, attribute);
        if (value == 0) {
            return "";
        }
        try {
            return TypeReads.isString(value) ? Strings.toJava(state, value) : "";
        } finally {
            Word.decref(value);
        }
    }
}
