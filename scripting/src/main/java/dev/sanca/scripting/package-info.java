/**
 * Python as a scripting language of {@code javax.script} (JSR 223). Programs name the interfaces of that package only:
 *
 * {@snippet :
 * ScriptEngine python = new ScriptEngineManager().getEngineByName("python");
 * python.put("prices", List.of(3, 4, 5));
 * Object total = python.eval("sum(prices)"); // 12L
 * }
 *
 * <p>Each engine has variables of its own. An engine, and each {@link javax.script.Bindings} that it runs with, is one
 * namespace of Python: functions that one script defines are there for the next. Variables are Python objects; what
 * {@code get} and {@code eval} return is converted as by {@code reference.as(Object.class)}, and what has no form in Java
 * is a {@code dev.sanca.Py}. The names of the global scope of a {@link javax.script.ScriptEngineManager} are found after
 * those of the engine, as Python's built-in names are; a script reads them and does not change them.
 *
 * <p>Of a script that ends with an expression, {@code eval} returns the value.
 *
 * <p><b>Thread:</b> any, virtual ones included; each call attaches. What a script prints goes to the writer of its
 * context; what its threads print, to {@code sys.stdout} as it was.
 *
 * <p><b>Errors:</b> {@link javax.script.ScriptException} with file and line, and with the column where Python tells it;
 * its cause is the {@code dev.sanca.PythonException}, or the Java exception that passed through the script.
 */
@NullMarked
package dev.sanca.scripting;

import org.jspecify.annotations.NullMarked;
