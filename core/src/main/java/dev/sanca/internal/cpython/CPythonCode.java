package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.CodeOperations;
import dev.sanca.internal.ffi.PyCompilerFlags;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.import_h;
import dev.sanca.internal.ffi.moduleobject_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Modules and source code.
 *
 * <p><b>Source:</b> {@code Include/pythonrun.h}, {@code Include/import.h}.
 */
interface CPythonCode extends CodeOperations {
    @Override
    default long importModule(ThreadState state, String name) {
        long text = PythonErrors.check(state, Strings.newString(name));
        try {
            return PythonErrors.check(state, import_h.PyImport_Import(text));
        } finally {
            Word.decref(text);
        }
    }

    @Override
    default long moduleFromCode(ThreadState state, String source, String fileName, String name) {
        long code = compile(state, source, fileName, "exec");
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

    @Override
    default long compile(ThreadState state, String source, String fileName, String mode) {
        if (source.indexOf('\0') >= 0) {
            throw PythonErrors.of(state, "PyExc_ValueError", "source code string cannot contain null bytes");
        }
        long file = PythonErrors.check(state, Strings.newString(fileName));
        long text = 0;
        try {
            text = Strings.newString(source);
            long utf8 = text == 0 ? 0 : unicodeobject_h.PyUnicode_AsUTF8(text); // fails on a lone surrogate
            long code = utf8 == 0 ? 0 : compile(state, utf8, file, mode(mode));
            return PythonErrors.check(state, code);
        } finally {
            Word.xdecref(text);
            Word.decref(file);
        }
    }

    @Override
    default long evaluate(ThreadState state, long code, long globals, long locals) {
        long g = globals == 0 ? mainDict(state) : globals;
        if (globals != 0) {
            addBuiltins(state, g);
        }
        return PythonErrors.check(state, ceval_h.PyEval_EvalCode(code, g, locals == 0 ? g : locals));
    }

    @Override
    default void checkSignals(ThreadState state) {
        PythonErrors.check(state, pyerrors_h.PyErr_CheckSignals());
    }

    /** Returns the start symbol of a mode of Python's {@code compile}. */
    private static int mode(String name) {
        return switch (name) {
            case "exec" -> pythonrun_h.Py_file_input;
            case "eval" -> pythonrun_h.Py_eval_input;
            default -> pythonrun_h.Py_single_input;
        };
    }

    /** Returns a new code object; 0 with a Python error set. */
    private static long compile(ThreadState state, long utf8, long file, int start) {
        long flags = state.scratch().reserve(PyCompilerFlags.SIZE / Long.BYTES); // the parser writes to it
        try {
            PyCompilerFlags.setText(flags);
            return pythonrun_h.Py_CompileStringObject(utf8, file, start, flags, -1);
        } finally {
            state.scratch().release(flags);
        }
    }

    /** Sets {@code __builtins__} in the globals if it is missing, as {@code exec} does. */
    private static void addBuiltins(ThreadState state, long globals) {
        long name = InternedNames.constant(state, "__builtins__");
        int known = PythonErrors.check(state, dictobject_h.PyDict_Contains(globals, name));
        if (known == 0) {
            PythonErrors.check(state, dictobject_h.PyDict_SetItem(globals, name, ceval_h.PyEval_GetBuiltins()));
        }
    }

    /** Returns the dict of {@code __main__}, borrowed from the interpreter. */
    private static long mainDict(ThreadState state) {
        long module = import_h.PyImport_AddModuleObject(InternedNames.constant(state, "__main__"));
        return moduleobject_h.PyModule_GetDict(PythonErrors.check(state, module));
    }
}
