package dev.sanca.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One Python and one way to run the suite on it.
 *
 * @param name the head of the column
 * @param about what it is, below the table
 * @param python its executable, as seen where it runs
 * @param options of the JVM
 * @param module the module of this project that has the runtime, or none for CPython
 * @param debian the Debian in which it runs, or none for this machine
 */
record Column(
        String name,
        String about,
        Path python,
        List<String> options,
        Optional<String> module,
        Optional<Debian> debian) {
    private static final Debian BOOKWORM = Debian.with("bookworm", "python3.11-dbg", "libpython3.11-dbg", "zlib1g");
    private static final Debian SID = Debian.with(
            "sid",
            "python3.15",
            "libpython3.15",
            "libpython3.15-dev",
            "python3.15-dbg",
            "libpython3.15-dbg",
            "python3.14-dbg",
            "libpython3.14-dbg",
            "python3.13-dbg",
            "libpython3.13-dbg",
            "zlib1g");
    private static final Path BUILT = Path.of("/opt/python/bin");

    /** All columns that the core's suite runs on, in the order of the table. */
    static List<Column> all(Path core) {
        return List.of(
                maven(core, "3.10", "3.10"),
                maven(core, "3.11", "3.11"),
                maven(core, "3.12", "3.12"),
                maven(core, "3.13", "3.13"),
                maven(core, "3.14", "3.14"),
                debian("3.15", "Debian's package", SID, "/usr/bin/python3.15"),
                maven(core, "opaque", "3.14", "-Dsanca.layout=opaque"),
                maven(core, "tags off", "3.14", "-Dsanca.tags=off"),
                maven(core, "interface", "3.14", "-Dsanca.runtime=reflected"),
                debian("3.11 debug", "Debian's debug build", BOOKWORM, "/usr/bin/python3.11-dbg"),
                debian("3.13 debug", "Debian's debug build", SID, "/usr/bin/python3.13-dbg"),
                debian("3.14 debug", "Debian's debug build", SID, "/usr/bin/python3.14-dbg"),
                debian("3.15 debug", "Debian's debug build", SID, "/usr/bin/python3.15-dbg"),
                freeThreaded("3.13", "trixie"),
                freeThreaded("3.14", "sid"),
                graalpy(core));
    }

    private static Column maven(Path core, String name, String version, String... options) {
        Path python = core.resolve("target/python").resolve(version).resolve("org/bytedeco/cpython");
        String about = "from Maven Central" + (options.length == 0 ? "" : ", `" + String.join(" ", options) + "`");
        return new Column(
                name,
                about,
                python.resolve("linux-x86_64/bin/python" + version),
                List.of(options),
                Optional.empty(),
                Optional.empty());
    }

    private static Column debian(String name, String about, Debian debian, String python) {
        return new Column(name, about, Path.of(python), List.of(), Optional.empty(), Optional.of(debian));
    }

    private static Column freeThreaded(String version, String suite) {
        return debian(
                version + " free-threaded",
                "built from the source in Debian's " + suite + ", with `--disable-gil`",
                Debian.building(version, suite),
                BUILT.resolve("python" + version + "t").toString());
    }

    /** Beside a CPython, for the tests of both. */
    private static Column graalpy(Path core) {
        List<String> options = List.of(
                "-Dsanca.runtime=graalpy",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"); // Truffle uses what JDK 24 and later warn of
        return new Column(
                "GraalPy",
                "`org.graalvm.polyglot:python-community`, from Maven Central",
                maven(core, "", "3.14").python(),
                options,
                Optional.of("graalpy"),
                Optional.empty());
    }
}
