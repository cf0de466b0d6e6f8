package dev.sanca;

import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.discovery.Discovery;
import dev.sanca.internal.program.LoggerStream;
import dev.sanca.internal.program.WriterStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * Which Python to start, and how.
 *
 * <p>The simplest configuration names nothing: {@link #discover()}. The Python is chosen when it starts, in the
 * following order. The first one that exists is used; if it cannot be used, that is an error, and no other one is
 * tried.
 *
 * <ol>
 *   <li>{@link Builder#python};
 *   <li>the system property {@code sanca.python}, then the environment variable {@code SANCA_PYTHON};
 *   <li>the active virtual environment, {@code VIRTUAL_ENV};
 *   <li>the bundled CPython, if {@code dev.sanca:sanca-cpython} is on the class path or module path;
 *   <li>{@code python3} on the {@code PATH}.
 * </ol>
 *
 * <p>The other options say how Python starts:
 *
 * {@snippet :
 * Python.initialize(PythonConfig.builder()
 *         .stdout(System.out)                                          // any OutputStream or Writer
 *         .stderr(System.getLogger("python"), System.Logger.Level.WARNING)
 *         .argv("report.py", "--month", "2026-11")
 *         .warnings("error::DeprecationWarning")
 *         .env("OMP_NUM_THREADS", "2")
 *         .build());
 * }
 *
 * <table>
 * <caption>Options of the start</caption>
 * <tr><th scope="col">option</th><th scope="col">of {@code python3}</th><th scope="col">without it</th></tr>
 * <tr><td>{@link Builder#stdout(OutputStream) stdout}, {@link Builder#stderr(OutputStream) stderr},
 *     {@link Builder#stdin stdin}</td><td></td><td>the process's own streams</td></tr>
 * <tr><td>{@link Builder#argv argv}</td><td>its arguments</td><td>{@code ['']}</td></tr>
 * <tr><td>{@link Builder#isolated isolated}</td><td>{@code -I}</td><td>the environment counts</td></tr>
 * <tr><td>{@link Builder#utf8Mode utf8Mode}</td><td>{@code -X utf8}</td><td>{@code PYTHONUTF8}, else on under the C
 *     and POSIX locales, and from 3.15 on always</td></tr>
 * <tr><td>{@link Builder#warnings warnings}</td><td>{@code -W}</td><td>{@code PYTHONWARNINGS}</td></tr>
 * <tr><td>{@link Builder#hashSeed hashSeed}</td><td></td><td>{@code PYTHONHASHSEED}, else random</td></tr>
 * <tr><td>{@link Builder#pythonSignals pythonSignals}</td><td>what it does always</td><td>the signals are the JVM's</td></tr>
 * <tr><td>{@link Builder#env env}</td><td></td><td>the environment of the process</td></tr>
 * </table>
 *
 * <p>A directory {@code python} that comes with the program is on {@code sys.path}, without any option and before all
 * else, as the directory of a script is for {@code python3}: one on the class path, in a jar of the class path (nested
 * jars of Spring Boot included), or beside the jar that {@code java -jar} names. Modules in jars are read through the
 * context class loader of the thread that starts Python; extension modules must be files.
 *
 * <p><b>Thread:</b> immutable; any thread. <b>Cost:</b> none; files are read when Python starts.
 *
 * <p><b>Other runtimes</b> take the streams, {@code argv}, {@code warnings} and the path. They refuse the others with a
 * {@link PythonConfigException}.
 *
 * @see Python#initialize
 */
public final class PythonConfig {
    private static final PythonConfig DISCOVER = builder().build();

    private final Optional<Path> python;
    private final Optional<Path> home;
    private final Optional<String> runtime;
    private final List<Path> path;
    private final Optional<OutputStream> stdout;
    private final Optional<OutputStream> stderr;
    private final Optional<InputStream> stdin;
    private final List<String> argv;
    private final boolean isolated;
    private final boolean pythonSignals;
    private final Optional<Boolean> utf8Mode;
    private final List<String> warnings;
    private final OptionalLong hashSeed;
    private final Map<String, String> env;

    private PythonConfig(Builder builder) {
        this.python = builder.python;
        this.home = builder.home;
        this.runtime = builder.runtime;
        this.path = List.copyOf(builder.path);
        this.stdout = builder.stdout;
        this.stderr = builder.stderr;
        this.stdin = builder.stdin;
        this.argv = builder.argv;
        this.isolated = builder.isolated;
        this.pythonSignals = builder.pythonSignals;
        this.utf8Mode = builder.utf8Mode;
        this.warnings = List.copyOf(builder.warnings);
        this.hashSeed = builder.hashSeed;
        this.env = Map.copyOf(builder.env);
    }

    /**
     * Returns the configuration that names nothing.
     *
     * @return the configuration that the first attach uses, unless the program has called {@link Python#initialize}
     */
    public static PythonConfig discover() {
        return DISCOVER;
    }

    /**
     * Returns a builder for a configuration.
     *
     * @return a new builder that names nothing
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the Python that this configuration would start, without starting it.
     *
     * <p><b>Thread:</b> any. <b>Cost:</b> the bundle is unpacked if it was not; an interpreter that was not run before
     * is run once, and its answer is cached on disk. No native library is loaded.
     *
     * @return the Python that was found
     * @throws PythonConfigException if there is no Python, or the first one that exists cannot be used; the message
     *     names the path, the reason and the fix
     */
    public PythonInstallation locate() {
        DiscoveredPython found = Discovery.find(this);
        return new PythonInstallation(
                found.version(),
                found.executable(),
                found.libpython(),
                found.prefix(),
                found.basePrefix(),
                found.debug(),
                found.freeThreaded(),
                found.origin());
    }

    /**
     * Returns the Python that the configuration names.
     *
     * @return an executable, a virtual environment, an installation or a {@code libpython}; empty if the configuration
     *     names none
     */
    public Optional<Path> python() {
        return python;
    }

    /**
     * Returns the directory of the standard library that the configuration names.
     *
     * @return the value for {@code PYTHONHOME}; empty if the configuration names none
     */
    public Optional<Path> home() {
        return home;
    }

    /**
     * Returns the runtime that the configuration names.
     *
     * @return the name of the runtime, such as {@code "cpython"}; empty if the configuration names none
     */
    public Optional<String> runtime() {
        return runtime;
    }

    /**
     * Returns the directories that are appended to {@code sys.path}.
     *
     * @return the directories in order; unmodifiable
     */
    public List<Path> path() {
        return path;
    }

    /**
     * Returns the stream that receives what Python writes to {@code sys.stdout}.
     *
     * @return the stream; for a writer or a logger, one that passes on what it receives; empty for the process's own
     *     standard output
     */
    public Optional<OutputStream> stdout() {
        return stdout;
    }

    /**
     * Returns the stream that receives what Python writes to {@code sys.stderr}.
     *
     * @return the stream; for a writer or a logger, one that passes on what it receives; empty for the process's own
     *     standard error
     */
    public Optional<OutputStream> stderr() {
        return stderr;
    }

    /**
     * Returns the stream from which Python reads {@code sys.stdin}.
     *
     * @return the stream; empty for the process's own standard input
     */
    public Optional<InputStream> stdin() {
        return stdin;
    }

    /**
     * Returns the value of {@code sys.argv}.
     *
     * @return the name of the program and its arguments, unmodifiable; empty for {@code ['']}
     */
    public List<String> argv() {
        return argv;
    }

    /**
     * Returns whether Python ignores its environment variables and the user's packages.
     *
     * @return whether the configuration asks for isolation
     */
    public boolean isolated() {
        return isolated;
    }

    /**
     * Returns whether Python handles signals from its start.
     *
     * @return whether the configuration asks for that
     */
    public boolean pythonSignals() {
        return pythonSignals;
    }

    /**
     * Returns whether Python starts in UTF-8 mode.
     *
     * @return the choice; empty if the environment decides
     */
    public Optional<Boolean> utf8Mode() {
        return utf8Mode;
    }

    /**
     * Returns the filters of warnings.
     *
     * @return the filters in order, as {@code -W} takes them; unmodifiable
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the seed of the hashes of texts.
     *
     * @return the seed, 0 for hashes that are not randomized; empty if the environment decides
     */
    public OptionalLong hashSeed() {
        return hashSeed;
    }

    /**
     * Returns the environment variables that are set before Python starts.
     *
     * @return the values by name; unmodifiable
     */
    public Map<String, String> env() {
        return env;
    }

    /** Returns what the configuration says, without the values of environment variables, which may be secret. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "PythonConfig[", "]");
        text.add("python=" + python.map(Path::toString).orElse("discover"));
        text.add("home=" + home.map(Path::toString).orElse("default"));
        text.add("runtime=" + runtime.orElse("default"));
        text.add("path=" + path);
        stdout.ifPresent(stream -> text.add("stdout=" + stream));
        stderr.ifPresent(stream -> text.add("stderr=" + stream));
        stdin.ifPresent(stream -> text.add("stdin=" + stream));
        if (!argv.isEmpty()) {
            text.add("argv=" + argv);
        }
        if (isolated) {
            text.add("isolated");
        }
        if (pythonSignals) {
            text.add("pythonSignals");
        }
        utf8Mode.ifPresent(on -> text.add("utf8Mode=" + on));
        if (!warnings.isEmpty()) {
            text.add("warnings=" + warnings);
        }
        hashSeed.ifPresent(seed -> text.add("hashSeed=" + seed));
        if (!env.isEmpty()) {
            text.add("env=" + env.keySet().stream().sorted().toList());
        }
        return text.toString();
    }

    /** A builder of configurations. It is not safe for use by several threads at once. */
    public static final class Builder {
        private Optional<Path> python = Optional.empty();
        private Optional<Path> home = Optional.empty();
        private Optional<String> runtime = Optional.empty();
        private final List<Path> path = new ArrayList<>();
        private Optional<OutputStream> stdout = Optional.empty();
        private Optional<OutputStream> stderr = Optional.empty();
        private Optional<InputStream> stdin = Optional.empty();
        private List<String> argv = List.of();
        private boolean isolated;
        private boolean pythonSignals;
        private Optional<Boolean> utf8Mode = Optional.empty();
        private final List<String> warnings = new ArrayList<>();
        private OptionalLong hashSeed = OptionalLong.empty();
        private final Map<String, String> env = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the Python to use.
         *
         * @param python an executable, the directory of a virtual environment or of an installation, or a
         *     {@code libpython}
         * @return this builder
         * @throws NullPointerException if {@code python} is null
         */
        public Builder python(Path python) {
            this.python = Optional.of(python);
            return this;
        }

        /**
         * Sets the directory that holds the standard library, {@code lib/pythonX.Y}.
         *
         * @param home the value for {@code PYTHONHOME}
         * @return this builder
         * @throws NullPointerException if {@code home} is null
         * @apiNote Only a {@code libpython} far from its standard library needs this. It is wrong for a virtual
         *     environment, because it hides the packages of the environment.
         */
        public Builder home(Path home) {
            this.home = Optional.of(home);
            return this;
        }

        /**
         * Sets the implementation of Python.
         *
         * @param runtime the name of the runtime, such as {@code "cpython"}
         * @return this builder
         * @throws NullPointerException if {@code runtime} is null
         * @see dev.sanca.spi.PythonRuntime#named
         */
        public Builder runtime(String runtime) {
            this.runtime = Optional.of(runtime);
            return this;
        }

        /**
         * Appends a directory to {@code sys.path}.
         *
         * @param directory a directory with Python modules
         * @return this builder
         * @throws NullPointerException if {@code directory} is null
         */
        public Builder addPath(Path directory) {
            path.add(Objects.requireNonNull(directory, "directory"));
            return this;
        }

        /**
         * Sends what Python writes to {@code sys.stdout} to a stream.
         *
         * <p>The stream receives UTF-8, before the write of Python returns, and is flushed at the end of each line, when
         * Python flushes, and at the JVM's exit. Python never closes it. {@code sys.stdout.buffer} takes bytes, which
         * reach the stream unchanged. {@code isatty()} is {@code False}, and there is no {@code fileno()}.
         *
         * <p>Only Python's own stream is meant: C code that writes to file descriptor 1, and child processes that
         * inherit it, write to the process's standard output as before.
         *
         * <p><b>Thread:</b> any thread that runs Python writes, several at once if the stream is slow; the GIL is
         * released meanwhile. <b>Errors:</b> what the stream throws is raised in Python: an {@code IOException} as an
         * {@code OSError}. A {@link java.io.PrintStream} hides its errors. <b>Cost:</b> one call of Java, and one copy,
         * for each write of Python; {@code print} writes each argument, separator and end by itself.
         *
         * @param stream the stream, which Python keeps for good
         * @return this builder
         * @throws NullPointerException if {@code stream} is null
         */
        public Builder stdout(OutputStream stream) {
            this.stdout = Optional.of(stream);
            return this;
        }

        /**
         * Sends what Python writes to {@code sys.stdout} to a writer. As {@link #stdout(OutputStream)}; bytes that are
         * not UTF-8 become U+FFFD.
         *
         * @param writer the writer, which Python keeps for good
         * @return this builder
         * @throws NullPointerException if {@code writer} is null
         */
        public Builder stdout(Writer writer) {
            return stdout(new WriterStream(writer));
        }

        /**
         * Logs what Python writes to {@code sys.stdout}, each line as one message. A line without its end is kept until
         * the end comes, until it has 64 KiB, or until the JVM exits. Flushing does not log a part of a line.
         *
         * @param logger the logger, which Python keeps for good
         * @param level the level of each message
         * @return this builder
         * @throws NullPointerException if an argument is null
         * @see PythonLogging PythonLogging, for what Python's module logging logs
         */
        public Builder stdout(System.Logger logger, System.Logger.Level level) {
            return stdout(new LoggerStream(logger, level));
        }

        /**
         * Sends what Python writes to {@code sys.stderr} to a stream, as {@link #stdout(OutputStream)} does.
         *
         * @param stream the stream, which Python keeps for good
         * @return this builder
         * @throws NullPointerException if {@code stream} is null
         */
        public Builder stderr(OutputStream stream) {
            this.stderr = Optional.of(stream);
            return this;
        }

        /**
         * Sends what Python writes to {@code sys.stderr} to a writer, as {@link #stdout(Writer)} does.
         *
         * @param writer the writer, which Python keeps for good
         * @return this builder
         * @throws NullPointerException if {@code writer} is null
         */
        public Builder stderr(Writer writer) {
            return stderr(new WriterStream(writer));
        }

        /**
         * Logs what Python writes to {@code sys.stderr}, as {@link #stdout(System.Logger, System.Logger.Level)} does.
         *
         * @param logger the logger, which Python keeps for good
         * @param level the level of each message
         * @return this builder
         * @throws NullPointerException if an argument is null
         */
        public Builder stderr(System.Logger logger, System.Logger.Level level) {
            return stderr(new LoggerStream(logger, level));
        }

        /**
         * Lets Python read {@code sys.stdin} from a stream of UTF-8. {@code input()} reads from it, too. While Python
         * waits for the stream the GIL is released.
         *
         * @param stream the stream, which Python keeps for good and never closes
         * @return this builder
         * @throws NullPointerException if {@code stream} is null
         */
        public Builder stdin(InputStream stream) {
            this.stdin = Optional.of(stream);
            return this;
        }

        /**
         * Sets {@code sys.argv}.
         *
         * @param argv the name of the program, then its arguments
         * @return this builder
         * @throws NullPointerException if one of them is null
         */
        public Builder argv(String... argv) {
            this.argv = List.of(argv);
            return this;
        }

        /**
         * Isolates Python from the user's environment, as {@code python3 -I}: variables such as {@code PYTHONPATH},
         * {@code PYTHONHOME} and {@code PYTHONUTF8}, and the user's own packages, are ignored. Which Python is started is
         * not meant: {@link #python} names one whatever the environment says.
         *
         * @return this builder
         */
        public Builder isolated() {
            this.isolated = true;
            return this;
        }

        /**
         * Lets Python handle signals as {@code python3} does: Ctrl-C ({@code SIGINT}) raises {@code KeyboardInterrupt} in
         * Python's main thread, and {@code SIGPIPE} and {@code SIGXFSZ} are ignored. Python's main thread is the one that
         * starts Python; only while it runs Python code are handlers called. {@code SIGTERM} stays with the JVM, as all
         * other signals, until Python code sets a handler; {@code signal.getsignal} gives the JVM's, to be set again.
         * Before Python 3.13 a handler may wait until another thread asks for the GIL.
         *
         * <p>Without this option Ctrl-C ends the JVM, and Python with it. Only CPython that this JVM starts has the option.
         *
         * @return this builder
         */
        public Builder pythonSignals() {
            this.pythonSignals = true;
            return this;
        }

        /**
         * Sets whether Python starts in UTF-8 mode: then files, file names and the process's streams are UTF-8 whatever
         * the locale is.
         *
         * @param on whether the mode is on
         * @return this builder
         * @see <a href="https://peps.python.org/pep-0540/">PEP 540</a>
         */
        public Builder utf8Mode(boolean on) {
            this.utf8Mode = Optional.of(on);
            return this;
        }

        /**
         * Adds filters of warnings; later ones count first.
         *
         * @param filters filters as {@code python3 -W} takes them, {@code action:message:category:module:line}, such as
         *     {@code "error"} or {@code "ignore::DeprecationWarning"}; Python prints what it does not understand
         * @return this builder
         * @throws NullPointerException if one of them is null
         */
        public Builder warnings(String... filters) {
            warnings.addAll(List.of(filters));
            return this;
        }

        /**
         * Sets the seed of the hashes of {@code str} and {@code bytes}, so that sets are in the same order each time.
         *
         * @param seed at least 0 and less than 2<sup>32</sup>; 0 switches the randomization off
         * @return this builder
         * @throws IllegalArgumentException if {@code seed} is out of this range
         * @apiNote Before Python 3.14 the seed is passed as the environment variable {@code PYTHONHASHSEED}, which child
         *     processes inherit, and which an {@linkplain #isolated() isolated} Python would ignore: such a Python
         *     refuses to start with a seed.
         */
        public Builder hashSeed(long seed) {
            if (seed < 0 || seed > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("a hash seed is at least 0 and less than 4294967296, not " + seed);
            }
            this.hashSeed = OptionalLong.of(seed);
            return this;
        }

        /**
         * Sets an environment variable of this process before Python starts. {@code os.environ}, C libraries and the
         * child processes of Python see it; {@code System.getenv} and the child processes of Java do not.
         *
         * @param name the name
         * @param value the value
         * @return this builder
         * @throws IllegalArgumentException if the name is empty or contains {@code =}, or either has a null character
         * @throws NullPointerException if an argument is null
         */
        public Builder env(String name, String value) {
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("an environment variable cannot have the name \"" + name
                        + "\", or its value: a name has a character, and no =; neither has a null character");
            }
            env.put(name, value);
            return this;
        }

        /**
         * Returns a configuration with the values set so far. The builder can be used further.
         *
         * @return a new configuration
         */
        public PythonConfig build() {
            return new PythonConfig(this);
        }
    }
}
