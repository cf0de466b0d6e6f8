package dev.sanca;

import dev.sanca.internal.program.LoggingBridge;

/**
 * Passes what Python's module {@code logging} logs on to the loggers of Java.
 *
 * {@snippet :
 * try (Python py = Python.attach()) {
 *     PythonLogging.install(py);
 *     py.run("import logging; logging.getLogger('shop.orders').warning('%d orders wait', 3)");
 * }
 * }
 *
 * <p>The message reaches the {@link System.Logger} of the same name, {@code shop.orders}; that of Python's root logger is
 * called {@code python}. From there it goes where the program's logging goes: to {@code java.util.logging}, or to SLF4J
 * with {@code org.slf4j:slf4j-jdk-platform-logging} on the path, or to Log4j with {@code log4j-jpl}.
 *
 * <table>
 * <caption>Levels</caption>
 * <tr><th scope="col">Python</th><th scope="col">Java</th></tr>
 * <tr><td>{@code CRITICAL}, {@code ERROR}: 40 and above</td><td>{@code ERROR}</td></tr>
 * <tr><td>{@code WARNING}: 30 and above</td><td>{@code WARNING}</td></tr>
 * <tr><td>{@code INFO}: 20 and above</td><td>{@code INFO}</td></tr>
 * <tr><td>{@code DEBUG}: 10 and above</td><td>{@code DEBUG}</td></tr>
 * <tr><td>below</td><td>{@code TRACE}</td></tr>
 * </table>
 *
 * @see PythonConfig.Builder#stdout(System.Logger, System.Logger.Level) stdout, for what Python prints
 */
public final class PythonLogging {
    private PythonLogging() {}

    /**
     * Adds a handler to Python's root logger, and lets Java decide which levels are logged: the level of the root logger
     * becomes {@code NOTSET}. A second call does nothing.
     *
     * <p>The message is the text alone, or, if the program sets a formatter for the handler, what that makes of it. An
     * exception that was logged, as by {@code logger.exception}, is the throwable of the message: a
     * {@link PythonException}, or the Java exception that passed through Python. Other handlers stay; the one of last
     * resort, which writes to {@code sys.stderr}, is not used any more.
     *
     * <p><b>Thread:</b> Python logs on any thread. Java's logger is called while the thread is detached. <b>Errors:</b>
     * what a logger of Java throws goes to {@code logging.Handler.handleError}, which prints it. <b>Cost:</b> one call
     * of Java for each message, two for one that is logged. Messages below the level of a Python logger
     * ({@code logging.getLogger("chatty").setLevel("WARNING")}) cost none.
     *
     * @param py the token
     * @throws PythonException if Python's module {@code logging} cannot be imported
     */
    public static void install(Python py) {
        LoggingBridge.install(py);
    }
}
