package dev.sanca.cli;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.PythonInstallation;
import dev.sanca.internal.word.Layout;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code doctor}: prints which Python is used and why, what Sanca knows about it, and for each problem how
 * to solve it.
 */
@Command(
        name = "doctor",
        description = "Say which Python is used and why, and what is wrong with it. Exit code 1 if something is.",
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    /**
     * The modules of the standard library that need a library of the system, each with Debian's package of that
     * library.
     */
    private static final List<String[]> OPTIONAL = List.of(
            new String[] {"ctypes", "libffi8"},
            new String[] {"ssl", "libssl3"},
            new String[] {"sqlite3", "libsqlite3-0"},
            new String[] {"zlib", "zlib1g"},
            new String[] {"bz2", "libbz2-1.0"},
            new String[] {"lzma", "liblzma5"});

    /** The environment variables that decide which Python runs, or what it does. */
    private static final List<String> VARIABLES = List.of(
            "SANCA_PYTHON",
            "SANCA_RUNTIME",
            "VIRTUAL_ENV",
            "XDG_CACHE_HOME",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "LD_LIBRARY_PATH",
            "LD_PRELOAD");

    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        line(out, "Java", System.getProperty("java.vm.version") + ", " + System.getProperty("java.home"));
        if (!Python.class.getModule().isNativeAccessEnabled()) {
            problems.add("Native access is not enabled for " + name(Python.class.getModule())
                    + ": the JVM warns now and will refuse later. Start it with --enable-native-access="
                    + (Python.class.getModule().isNamed() ? "dev.sanca" : "ALL-UNNAMED") + ".");
        }
        settings(out);
        try {
            describe(out, PythonConfig.discover().locate());
            Python.attach(py -> {
                running(out, py);
                layout(out);
                modules(py);
                return null;
            });
        } catch (PythonConfigException e) {
            problems.add(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            problems.add("Python does not start: " + e + ". Name another one by SANCA_PYTHON or -Dsanca.python.");
        }
        conclude(out);
        return problems.isEmpty() ? 0 : 1;
    }

    /** What was set, and where: only properties of this JVM and variables of its environment are read, and no file. */
    private static void settings(PrintWriter out) {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("sanca.") && !name.equals("sanca.progress")) // set by the launcher
                .sorted()
                .forEach(name -> line(out, "setting", "-D" + name + "=" + System.getProperty(name)));
        System.getenv().entrySet().stream()
                .filter(each ->
                        VARIABLES.contains(each.getKey()) || each.getKey().startsWith("PYTHON"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> line(out, "setting", each.getKey() + "=" + each.getValue() + ", in the environment"));
    }

    private static void describe(PrintWriter out, PythonInstallation python) {
        line(out, "Python", python.version() + ", " + python.origin());
        line(out, "executable", python.executable());
        line(out, "libpython", python.libpython());
        line(out, "prefix", python.prefix());
        if (!python.prefix().equals(python.basePrefix())) {
            line(out, "base prefix", python.basePrefix());
        }
        line(
                out,
                "build",
                (python.debug() ? "debug" : "release")
                        + (python.freeThreaded() ? ", free-threaded" : ", with the GIL"));
    }

    private static void running(PrintWriter out, Python py) {
        line(out, "running", py.importModule("sys").getAttr("version").str().replace('\n', ' '));
        PyModule sysconfig = py.importModule("sysconfig");
        line(out, "platform", sysconfig.callMethod("get_platform").str());
        PyAny flags = sysconfig.callMethod("get_config_var", "CONFIG_ARGS");
        line(out, "configured", flags.isNone() ? "(not known)" : flags.str());
    }

    private void layout(PrintWriter out) {
        boolean chosen = "opaque".equals(System.getProperty("sanca.layout"));
        line(out, "layout", chosen ? "opaque, as -Dsanca.layout says" : "item by item:");
        for (Layout.Item item : Layout.report()) {
            out.printf("  %-12s %-7s %s%n", item.name(), item.proved() ? "proved" : "opaque", item.detail());
        }
    }

    private void modules(Python py) {
        for (String[] module : OPTIONAL) {
            try {
                py.importModule(module[0]).close();
            } catch (RuntimeException e) {
                notes.add(
                        "import " + module[0] + " fails (" + e.getMessage() + "). If the program needs it, install the"
                                + " library it lacks (Debian: apt install " + module[1] + ").");
            }
        }
    }

    private void conclude(PrintWriter out) {
        notes.forEach(note -> out.println("note: " + note));
        problems.forEach(problem -> out.println("wrong: " + problem));
        out.println(problems.isEmpty() ? "Nothing is wrong." : "Things wrong: " + problems.size() + ".");
        out.flush();
    }

    private static String name(Module module) {
        return module.isNamed() ? module.getName() : "the class path";
    }

    private static void line(PrintWriter out, String name, Object value) {
        out.printf("%-14s %s%n", name, value);
    }
}
