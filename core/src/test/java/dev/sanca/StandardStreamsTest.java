package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.StreamsProgram;
import dev.sanca.testing.ChildJvm;
import org.junit.jupiter.api.Test;

/** Python's standard streams over streams, writers and loggers of Java: a JVM for each case of {@link StreamsProgram}. */
class StandardStreamsTest {
    private static ChildJvm.Result run(String what) {
        return ChildJvm.of(StreamsProgram.class)
                .arguments(what)
                .options("-Dstdout.encoding=UTF-8", "-Duser.language=en")
                .run();
    }

    @Test
    void whatPythonPrintsReachesTheStreamAtOnce() {
        String output = run("PRINT").orFail();
        assertThat(output)
                .startsWith("one 2 drei: ä€😀\nno endä|<stdout> utf-8 False w|no fileno\n'\\ud800' \\ud800\n")
                .contains("UserWarning: careful");
    }

    @Test
    void outputsOfJavaAndPythonKeepTheirOrder() {
        assertThat(run("ORDER").orFail()).isEqualTo("java 0 python 0 java 1 python 1 java 2 python 2 \n");
    }

    @Test
    void writerGetsText() {
        assertThat(run("WRITER").orFail()).isEqualTo("ä€😀\n\uFFFDx\n\n");
    }

    @Test
    void loggerGetsLines() {
        String output = run("LOGGER").orFail();
        assertThat(messages(output, "INFO: "))
                .startsWith("['report.py']", "one", "two", "", "three")
                .endsWith("x".repeat(65536), "x".repeat(70000 - 65536), "never ended");
        assertThat(messages(output, "WARNING: ")).containsExactly("trouble");
        assertThat(output).doesNotContain("not shown");
    }

    private static java.util.List<String> messages(String output, String level) {
        return output.lines()
                .filter(line -> line.startsWith(level))
                .map(line -> line.substring(level.length()))
                .toList();
    }

    @Test
    void streamIsFlushedAtTheExit() {
        ChildJvm.Result result = run("EXIT");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).startsWith("now end of main\nat exit<flushed>\n");
    }

    @Test
    void errorOfTheStreamIsAnOsError() {
        assertThat(run("ERRORS").orFail())
                .contains("caught the disk is full\n")
                .contains("in Java: java.io.IOException: the disk is full\n");
    }

    @Test
    void pythonReadsFromTheStream() {
        assertThat(run("STDIN").orFail()).isEqualTo("name? 'gr\\xfcn' 'zwei\\n' 'rest\\nlast' end\n\n");
    }

    @Test
    void otherThreadsRunWhileOneWaitsForInput() {
        assertThat(run("SLOW_STDIN").orFail()).isEqualTo("meanwhile 42\naaa\n");
    }

    @Test
    void streamWithALockDoesNotDeadlock() {
        assertThat(run("LOCK").orFail()).isEqualTo("still 2\nprinted\n");
    }
}
