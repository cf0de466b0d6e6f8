package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.PythonFunctionBody;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The Java side of the handler of Python's {@code logging}; see {@link dev.sanca.PythonLogging}. */
public final class LoggingBridge {
    private static final Map<String, System.Logger> LOGGERS = new ConcurrentHashMap<>();

    private LoggingBridge() {}

    /** Adds the handler to Python's root logger, unless it has one. */
    public static void install(Python py) {
        try (PyAny install = PythonSource.function(py, "loggers.py", "install");
                PyAny isLoggable = py.function("is_loggable", isLoggable());
                PyAny log = py.function("log", log())) {
            install.call(isLoggable, log).close();
        }
    }

    /** With the name of a logger and a level. */
    private static PythonFunctionBody isLoggable() {
        return (py, arguments, keywords) ->
                logger(arguments.get(0)).isLoggable(level(arguments.get(1).asLong()));
    }

    /** With the name of a logger, a level, the text, and {@code None} or an exception whose cause was logged. */
    private static PythonFunctionBody log() {
        return (py, arguments, keywords) -> {
            System.Logger logger = logger(arguments.get(0));
            System.Logger.Level level = level(arguments.get(1).asLong());
            String message = arguments.get(2).str();
            Throwable thrown = causeOrNull(arguments.get(3));
            py.detach(() -> logger.log(level, message, thrown));
            return null;
        };
    }

    /** Returns the cause of an exception: what passed through Python is the Java exception that it was. */
    private static @Nullable Throwable causeOrNull(PyAny carrier) {
        return carrier.isNone() ? null : new PythonException(carrier.cast(PyBaseException.class)).getCause();
    }

    private static System.Logger logger(PyAny name) {
        String text = name.str();
        System.Logger known = LOGGERS.get(text);
        return known != null ? known : LOGGERS.computeIfAbsent(text, n -> System.getLogger(n));
    }

    private static System.Logger.Level level(long level) {
        if (level >= 40) {
            return System.Logger.Level.ERROR;
        } else if (level >= 30) {
            return System.Logger.Level.WARNING;
        } else if (level >= 20) {
            return System.Logger.Level.INFO;
        }
        return level >= 10 ? System.Logger.Level.DEBUG : System.Logger.Level.TRACE;
    }
}
