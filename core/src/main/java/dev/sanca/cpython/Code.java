package dev.sanca.cpython;

import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.ceval_h;
import dev.sanca.cpython.ffi.dictobject_h;
import dev.sanca.cpython.ffi.import_h;
import dev.sanca.cpython.ffi.moduleobject_h;
import dev.sanca.cpython.ffi.pyerrors_h;
import dev.sanca.cpython.ffi.pythonrun_h;
import dev.sanca.cpython.ffi.unicodeobject_h;
import dev.sanca.own.Refs;
import dev.sanca.own.ThreadState;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCode;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Compiling and running source code.
 *
 * <p><b>Source:</b> {@code Include/pythonrun.h}.
 */
public final class Code {
    /** One expression. */
    public static final int EVAL = pythonrun_h.Py_eval_input;

    /** Statements. */
    public static final int EXEC = pythonrun_h.Py_file_input;

    private static final String NO_FILE = "<string>";

    private Code() {}

    /** The start symbol of a mode of Python's {@code compile}. */
    public static int mode(String name) {
        return switch (name) {
            case "exec" -> EXEC;
            case "eval" -> EVAL;
            case "single" -> pythonrun_h.Py_single_input;
            default ->
                throw new IllegalArgumentException(
                        "the mode of compile is \"exec\", \"eval\" or \"single\", not \"" + name + "\"");
        };
    }

    /** A new code object. */
    public static long compile(ThreadState state, String source, String fileName, int mode) {
        if (source.indexOf('\0') >= 0) {
            throw Errors.of(state, "PyExc_ValueError", "source code string cannot contain null bytes");
        }
        long file = Errors.check(state, Strings.newString(fileName));
        long text = Strings.newString(source);
        long utf8 = text == 0 ? 0 : unicodeobject_h.PyUnicode_AsUTF8(text); // fails on a lone surrogate
        long code = utf8 == 0 ? 0 : pythonrun_h.Py_CompileStringObject(utf8, file, mode, 0, -1);
        Word.xdecref(text);
        Word.decref(file);
        return Errors.check(state, code);
    }

    /**
     * Statements without the white space that all lines begin with, as {@code textwrap.dedent} does it; unchanged, line
     * ends included, if there is none.
     */
    public static String dedent(String statements) {
        String margin = null;
        for (String line : (Iterable<String>) statements.lines()::iterator) {
            if (!line.isBlank()) {
                String indent =
                        line.substring(0, line.length() - line.stripLeading().length());
                margin = margin == null ? indent : common(margin, indent);
                if (margin.isEmpty()) {
                    return statements;
                }
            }
        }
        return margin == null ? statements : statements.replaceAll("(?m)^" + margin, "");
    }

    private static String common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }

    /** Compiles and evaluates; null globals are those of {@code __main__}, null locals are the globals. */
    public static long evaluate(
            ThreadState state, String source, int mode, @Nullable PyAny globals, @Nullable PyAny locals) {
        long code = compile(state, source, NO_FILE, mode);
        try {
            return evaluate(state, code, globals, locals);
        } finally {
            Word.decref(code);
        }
    }

    /** Evaluates compiled code. */
    public static long evaluate(ThreadState state, PyCode code, @Nullable PyAny globals, @Nullable PyAny locals) {
        long result = evaluate(state, Refs.word(code), globals, locals);
        Reference.reachabilityFence(code);
        return result;
    }

    private static long evaluate(ThreadState state, long code, @Nullable PyAny globals, @Nullable PyAny locals) {
        long g = globals == null ? mainDict(state) : Refs.word(globals);
        if (globals != null) {
            addBuiltins(state, g);
        }
        long l = locals == null ? g : Refs.word(locals);
        long result = ceval_h.PyEval_EvalCode(code, g, l);
        Reference.reachabilityFence(globals);
        Reference.reachabilityFence(locals);
        return Errors.check(state, result);
    }

    /** As {@code exec} does; {@code PyEval_EvalCode} does not before 3.10. */
    private static void addBuiltins(ThreadState state, long globals) {
        long name = Names.word(state, "__builtins__");
        int known = Errors.check(state, dictobject_h.PyDict_Contains(globals, name));
        if (known == 0) {
            Errors.check(state, dictobject_h.PyDict_SetItem(globals, name, ceval_h.PyEval_GetBuiltins()));
        }
    }

    /** The dict of {@code __main__}, borrowed from the interpreter. */
    private static long mainDict(ThreadState state) {
        long module = import_h.PyImport_AddModuleObject(Names.word(state, "__main__"));
        return moduleobject_h.PyModule_GetDict(Errors.check(state, module));
    }

    /** Gives back a result that nobody wants. */
    public static void drop(long word) {
        Word.decref(word);
    }

    /** {@code PyErr_CheckSignals}. */
    public static void checkSignals(ThreadState state) {
        Errors.check(state, pyerrors_h.PyErr_CheckSignals());
    }
}
