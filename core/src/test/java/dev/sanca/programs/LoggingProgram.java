package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonLogging;

/** Logs in Python; the loggers of Java print it, as the file of {@code java.util.logging.config.file} says. */
public final class LoggingProgram {
    private LoggingProgram() {}

    /** Without arguments. */
    public static void main(String[] arguments) {
        try (Python py = Python.attach()) {
            PythonLogging.install(py);
            PythonLogging.install(py); // nothing happens
            py.run("import logging\nlog = logging.getLogger('shop.orders')\nlogging.warning('of the root')");
            py.run("""
                    log.log(5, 'level %s', 5)
                    log.debug('level %s', 10)
                    log.info('{0} braces %d%%', 7)
                    log.warning('warned')
                    log.error('failed')
                    log.critical('critical')
                    """);
            py.run("""
                    def fail(): return {}['key']
                    try:
                        fail()
                    except KeyError:
                        log.exception('with exception')
                    """);
            py.importModule("__main__").setAttr("java", (Runnable) () -> {
                throw new IllegalStateException("of Java");
            });
            py.run("""
                    try:
                        java()
                    except RuntimeError:
                        log.exception('with a Java exception')
                    """);
            py.run("""
                    quiet = logging.getLogger('quiet')
                    quiet.info('not shown, since Java logs warnings of it only')
                    quiet.warning('shown')
                    handler = next(h for h in logging.getLogger().handlers if type(h).__name__ == 'JavaHandler')
                    handler.setFormatter(logging.Formatter('<%(message)s>'))
                    log.info('formatted')
                    log.warning('wrong %d', 'arguments')
                    """);
        }
    }
}
