package dev.sanca.cpython;

import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.import_h;
import dev.sanca.own.ThreadState;

/**
 * Importing and making modules.
 *
 * <p><b>Source:</b> {@code Include/import.h}.
 */
final class Modules {
    private Modules() {}

    /** {@code importlib.import_module(name)}. */
    static long importModule(ThreadState state, String name) {
        long text = Errors.check(state, Strings.newString(name));
        long module = import_h.PyImport_Import(text);
        Word.decref(text);
        return Errors.check(state, module);
    }

    /** A module of source code, entered into {@code sys.modules}; not entered if running it fails. */
    static long fromCode(ThreadState state, String source, String fileName, String name) {
        long code = Code.compile(state, source, fileName, "exec");
        long module = 0;
        try {
            long text = Errors.check(state, Strings.newString(name));
            long file = Strings.newString(fileName);
            module = file == 0 ? 0 : import_h.PyImport_ExecCodeModuleObject(text, code, file, 0);
            Word.xdecref(file);
            Word.decref(text);
        } finally {
            Word.decref(code);
        }
        return Errors.check(state, module);
    }
}
