package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.import_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Importing and making modules.
 *
 * <p><b>Source:</b> {@code Include/import.h}.
 */
final class Modules {
    private Modules() {}

    /** {@code importlib.import_module(name)}. */
    static long importModule(ThreadState state, String name) {
        long text = PythonErrors.check(state, Strings.newString(name));
        try {
            return PythonErrors.check(state, import_h.PyImport_Import(text));
        } finally {
            Word.decref(text);
        }
    }

    /** A module of source code, entered into {@code sys.modules}; not entered if running it fails. */
    static long fromCode(ThreadState state, String source, String fileName, String name) {
        long code = Code.compile(state, source, fileName, "exec");
        long text = 0;
        long file = 0;
        try {
            text = PythonErrors.check(state, Strings.newString(name));
            file = PythonErrors.check(state, Strings.newString(fileName));
            return PythonErrors.check(state, import_h.PyImport_ExecCodeModuleObject(text, code, file, 0));
        } finally {
            Word.xdecref(file);
            Word.xdecref(text);
            Word.decref(code);
        }
    }
}
