package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs an interpreter once with a script that prints what Sanca needs to know of it. */
final class InterpreterQuery {
    private static final int TIMEOUT_SECONDS = 30;

    /** The prefix of every line that the script prints. Lines without it come from start-up files and are ignored. */
    private static final String MARK = "sanca:";

    private static final String SCRIPT = """
            import sys, sysconfig
            def say(name, value): sys.stdout.write('sanca:%s=%s\\n' % (name, value))
            say('version', '%d.%d.%d' % sys.version_info[:3])
            say('major', sys.version_info[0])
            say('minor', sys.version_info[1])
            say('implementation', sys.implementation.name)
            say('executable', sys.executable)
            say('prefix', sys.prefix)
            say('base_prefix', sys.base_prefix)
            say('bits', 64 if sys.maxsize > 2**32 else 32)
            for name in ('LDLIBRARY', 'INSTSONAME', 'LIBDIR', 'LIBPL', 'MULTIARCH', 'LDVERSION', 'VERSION', 'Py_DEBUG',
                         'Py_GIL_DISABLED', 'Py_ENABLE_SHARED', 'PYTHONFRAMEWORKPREFIX', 'EXT_SUFFIX', 'CONFIG_ARGS'):
                say(name, sysconfig.get_config_var(name))
            try:
                for line in open('/proc/self/maps'):
                    path = line.rstrip('\\n').partition('/')
                    if '/libpython' in line:
                        say('mapped', '/' + path[2])
                        break
            except OSError:
                pass
            """;

    private InterpreterQuery() {}

    /**
     * Runs an interpreter and returns what it reports.
     *
     * @throws PythonConfigException if the program does not run, does not answer in time, or is not a Python
     */
    static InterpreterReport ask(Path executable) {
        Process process;
        try {
            // Isolated mode: PYTHON* variables and the current directory must not change the report.
            process = new ProcessBuilder(List.of(executable.toString(), "-I", "-X", "utf8", "-c", SCRIPT))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new PythonConfigException(
                    executable + " cannot be run: " + e.getMessage()
                            + ". Check that it is a Python for this machine and"
                            + " that you may execute it, or name another Python by SANCA_PYTHON or -Dsanca.python.",
                    e);
        }
        return parse(executable, process, output(executable, process));
    }

    private static String output(Path executable, Process process) {
        var reading = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new PythonConfigException(executable + " did not answer within " + TIMEOUT_SECONDS
                        + " seconds when asked what it is. Is it a Python? Name another one by SANCA_PYTHON or"
                        + " -Dsanca.python.");
            }
            return reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PythonConfigException(
                    "The thread was interrupted while it asked " + executable + " what it is. Start Python again.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static InterpreterReport parse(Path executable, Process process, String output) {
        Map<String, String> values = new HashMap<>();
        output.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(MARK.length(), equals), line.substring(equals + 1));
        });
        if (process.exitValue() != 0 || !values.containsKey("version")) {
            throw new PythonConfigException(executable + " did not say what it is: it ended with exit code "
                    + process.exitValue() + " and said: " + shortened(output) + " Is it a Python 3.10 or later, and"
                    + " complete? Name another one by SANCA_PYTHON or -Dsanca.python.");
        }
        return new InterpreterReport(values);
    }

    private static String shortened(String output) {
        String text = output.strip();
        return text.isEmpty()
                ? "(nothing)."
                : "\"" + (text.length() > 500 ? "…" + text.substring(text.length() - 500) : text) + "\".";
    }
}
