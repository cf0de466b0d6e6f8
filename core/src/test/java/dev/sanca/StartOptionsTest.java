package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.program.StartOptions;
import dev.sanca.programs.StartOptionsProgram;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.io.OutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The options with which Python starts: a JVM for each case of {@link StartOptionsProgram}. */
@Tag("cpython") // other runtimes refuse what is tested here; StandardStreamsTest has what they take
@ExtendWith(OwnershipExtension.class)
class StartOptionsTest {
    private static final String SUM = "hash('spam'), hash('eggs')";

    @BeforeAll
    static void start() {
        Python.attach(Python::isOpen); // LibPython tells the version
    }

    private static ChildJvm program(String... arguments) {
        return ChildJvm.of(StartOptionsProgram.class)
                .arguments(arguments)
                .without("LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "PYTHONHASHSEED", "PYTHONWARNINGS")
                .with("LANG", "C.UTF-8");
    }

    private static String says(String... arguments) {
        return program(arguments).run().orFail().strip();
    }

    @Test
    void argumentsAndVariablesReachPython() {
        assertThat(says("argv", "env", "sys.argv, os.environ['GREETING'], os.getenv('GREETING')"))
                .isEqualTo("([\"it's a \\\\ program.py\", '--gr\\xf6\\xdfe', 'two words'], 'gr\\xfcn', 'gr\\xfcn')");
    }

    @Test
    void withoutArgumentsThereIsAnEmptyName() {
        assertThat(says("sys.argv")).isEqualTo("['']");
    }

    @Test
    void filtersOfWarningsCountFromTheLast() {
        assertThat(says("warnings", "sys.warnoptions, [f[0] for f in warnings.filters[:2]]"))
                .isEqualTo("(['ignore', 'error::DeprecationWarning'], ['error', 'ignore'])");
    }

    @Test
    void seedMakesHashesTheSame() {
        assertThat(says("hashSeed", SUM)).isEqualTo(says("hashSeed", SUM)).isNotEqualTo(says(SUM));
    }

    @Test
    void isolatedPythonIgnoresTheEnvironment() {
        String expression = "sys.flags.isolated, sys.flags.no_user_site, [p for p in sys.path if 'elsewhere' in p]";
        assertThat(program("isolated", expression)
                        .with("PYTHONPATH", "/elsewhere")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("(1, 1, [])");
        assertThat(program(expression)
                        .with("PYTHONPATH", "/elsewhere")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("(0, 0, ['/elsewhere'])");
    }

    @Test
    void isolationWithSeedWorksOrSaysWhatItNeeds() {
        String answer = says("isolated", "hashSeed", "sys.flags.isolated, " + SUM);
        if (LibPython.isAtLeast(3, 14)) {
            assertThat(answer).startsWith("(1, ").isEqualTo(says("isolated", "hashSeed", "sys.flags.isolated, " + SUM));
        } else {
            assertThat(answer)
                    .startsWith("refused: ")
                    .contains("cannot be isolated and have a hash seed")
                    .contains("use Python 3.14 or later");
        }
    }

    private static final String ENCODINGS = "sys.flags.utf8_mode, sys.stdout.encoding.lower(), sys.stdout.errors,"
            + " sys.getfilesystemencoding(), os.environ.get('LC_CTYPE')";

    @Test
    void posixLocaleMeansUtf8() {
        assertThat(program(ENCODINGS).without("LANG").run().orFail().strip())
                .isEqualTo("(1, 'utf-8', 'surrogateescape', 'utf-8', 'C.UTF-8')");
        assertThat(program(ENCODINGS).with("LC_ALL", "C").run().orFail().strip())
                .isEqualTo("(1, 'utf-8', 'surrogateescape', 'utf-8', None)");
    }

    @Test
    void localeThatDoesNotExistMeansUtf8() {
        assertThat(program("sys.flags.utf8_mode")
                        .with("LANG", "xx_YY.UTF-8")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("1");
    }

    @Test
    void variableAndOptionDecideOtherwise() {
        assertThat(program(ENCODINGS)
                        .with("LC_ALL", "C")
                        .with("PYTHONUTF8", "0")
                        .run()
                        .orFail())
                .startsWith("(0, ");
        assertThat(program("sys.flags.utf8_mode")
                        .with("PYTHONUTF8", "1")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("1");
        assertThat(program("utf8", "sys.flags.utf8_mode")
                        .with("PYTHONUTF8", "0")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("1");
        assertThat(program("noUtf8", "sys.flags.utf8_mode")
                        .without("LANG")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo("0");
        assertThat(program("isolated", "sys.flags.utf8_mode")
                        .with("PYTHONUTF8", "nonsense")
                        .run()
                        .orFail()
                        .strip())
                .isEqualTo(LibPython.isAtLeast(3, 15) ? "1" : "0");
    }

    @Test
    void wrongVariableIsNamed() {
        assertThat(program("1").with("PYTHONUTF8", "yes").run().orFail())
                .startsWith("refused: the environment variable PYTHONUTF8 is \"yes\": set it to 1 or 0, or unset it");
    }

    @Test
    void optionsWithoutEffectAreRefused() {
        PythonConfig config = PythonConfig.builder()
                .isolated()
                .utf8Mode(true)
                .hashSeed(1)
                .env("A", "b")
                .argv("x")
                .stdout(OutputStream.nullOutputStream())
                .build();
        assertThatExceptionOfType(PythonConfigException.class)
                .isThrownBy(() -> StartOptions.refuseOfInterpreter(config, "other"))
                .withMessageStartingWith(
                        "the runtime other cannot start with isolated, utf8Mode, hashSeed, env: leave");
        assertThatExceptionOfType(PythonConfigException.class)
                .isThrownBy(() -> StartOptions.refuseAll(config))
                .withMessageContaining("leave isolated, utf8Mode, hashSeed, env, stdout, argv out");
        StartOptions.refuseAll(PythonConfig.discover());
    }
}
