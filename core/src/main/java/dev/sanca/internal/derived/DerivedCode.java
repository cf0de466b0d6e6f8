package dev.sanca.internal.derived;

import dev.sanca.internal.engine.CodeOperations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/** Modules and source code. */
interface DerivedCode extends CodeOperations, DerivedFacet {
    @Override
    default long importModule(ThreadState state, String name) {
        return access().word(state, () -> access().runtime.importModule(name));
    }

    @Override
    default long moduleFromCode(ThreadState state, String source, String fileName, String name) {
        return access().word(state, () -> {
            Object code = access().runtime.compile(source, fileName, "exec");
            Object file = null;
            Object module = null;
            try {
                file = access().runtime.fromJava(fileName);
                module = access().runtime.fromJava(name); // raises an exception if the name has no form in Python
                return access().python().call("module_from_code", code, file, module);
            } finally {
                closeIfMade(module);
                closeIfMade(file);
                access().runtime.close(code);
            }
        });
    }

    private void closeIfMade(@Nullable Object reference) {
        if (reference != null) {
            access().runtime.close(reference);
        }
    }

    @Override
    default long compile(ThreadState state, String source, String fileName, String mode) {
        return access().word(state, () -> access().runtime.compile(source, fileName, mode));
    }

    @Override
    default long evaluate(ThreadState state, long code, long globals, long locals) {
        return access().word(
                        state,
                        () -> access().runtime
                                .eval(access().reference(code), referenceOrNull(globals), referenceOrNull(locals)));
    }

    private @Nullable Object referenceOrNull(long word) {
        return word == Word.NULL ? null : access().reference(word);
    }

    /** Does nothing: the runtime handles its signals. */
    @Override
    default void checkSignals(ThreadState state) {}
}
