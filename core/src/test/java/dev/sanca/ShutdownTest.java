package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ExitingProgram;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM's exit: its exit code, Python's shutdown, and no crash, in a separate JVM for each case of {@link ExitingProgram}. */
@Tag("cpython") // GraalPyExitTest has the ways in which GraalPy could fail
class ShutdownTest {
    private static final String SHUTDOWN = "buffered\natexit ran\n";

    private static ChildJvm.Result exit(String how, int code) {
        return ChildJvm.of(ExitingProgram.class)
                .arguments(how, Integer.toString(code))
                .timeout(Duration.ofSeconds(60))
                .run();
    }

    @ParameterizedTest
    @CsvSource({"LAMBDA, 0", "LAMBDA, 3", "LAMBDA, 255", "NESTED, 3", "ATTACHED, 3", "DETACHED, 3", "DETACHED_BODY, 3"})
    void exitKeepsItsCodeAndPythonShutsDown(String how, int code) {
        ChildJvm.Result result = exit(how, code);
        assertThat(result.output()).isEqualTo(SHUTDOWN);
        assertThat(result.exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PYTHON_THREAD", "PYTHON_DAEMON", "VIRTUAL", "OTHER_RUNS_PYTHON", "OTHER_SLEEPS_IN_PYTHON"})
    void exitOnAnotherThreadKeepsItsCodeToo(String how) {
        ChildJvm.Result result = exit(how, 3);
        assertThat(result.output()).isEqualTo(SHUTDOWN);
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"END", "TOKEN_LEFT_OPEN"})
    void endOfMainLetsPythonShutDown(String how) {
        assertThat(exit(how, 0).orFail()).isEqualTo(SHUTDOWN);
    }

    @Test
    void threadThatSleepsAttachedDoesNotHoldUpTheExit() {
        long start = System.nanoTime();
        ChildJvm.Result result = exit("OTHER_SLEEPS_IN_JAVA", 3);
        assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
    }

    @ParameterizedTest
    @CsvSource({"OTHER_HAS_FINALLY, finally ran", "OTHER_SLEEPS_IN_WITH, with ran"})
    void pythonCodeOfOtherThreadsIsStopped(String how, String last) {
        ChildJvm.Result result = exit(how, 3);
        assertThat(result.output()).isEqualTo("buffered\n" + last + "\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUNG_THREAD", "HUNG_DESTRUCTOR"})
    void whatHangsIsLeftBehind(String how) {
        ChildJvm.Result result = exit(how, 3);
        assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
    }

    @Test
    void hooksOfTheProgramCanUsePython() {
        ChildJvm.Result result = exit("HOOK", 3);
        assertThat(result.output()).isEqualTo("buffered\nhook: 2\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"SIGTERM, 143", "SIGINT, 130"})
    void signalStopsPythonAndKeepsItsExitCode(String signal, int code) {
        ChildJvm.Result result = exit(signal, 0);
        assertThat(result.output()).isEqualTo("buffered\nfinally ran\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(code);
    }

    @Test
    void pythonsThreadsAreWaitedFor() {
        ChildJvm.Result result = exit("PYTHON_THREAD_WORKS", 3);
        assertThat(result.output()).isEqualTo("buffered\nthread done\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void javaFunctionRunsAtPythonsExit() {
        assertThat(exit("ATEXIT_CALLS_JAVA", 0).orFail()).isEqualTo("buffered\nJava at exit\natexit ran\n");
    }

    @Test
    void lateCloseIsIgnoredAndLateAttachThrows() {
        assertThat(exit("LATE", 0).orFail())
                .startsWith(SHUTDOWN + "closed\n")
                .contains("tryAttach: empty")
                .contains("tryAttach with a body: empty")
                .contains("attach: java.lang.IllegalStateException: Python has ended because the JVM is shutting down")
                .contains("reference: java.lang.IllegalStateException");
    }

    @Test
    void systemExitOfPythonIsAnException() {
        ChildJvm.Result result = exit("SYSTEM_EXIT", 4);
        assertThat(result.output()).isEqualTo("buffered\nSystemExit: 5\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void registeredActionsRunBeforePythonEnds() {
        ChildJvm.Result result = exit("BEFORE_EXIT", 3);
        assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
        assertThat(result.output())
                .contains("buffered\n") // the environment may tell Python to write it at once
                .contains("IllegalStateException: an action that fails")
                .containsSubsequence("Python answers 2\nregistered late\n", "last\n", "atexit ran\n")
                .endsWith("too late\n");
    }

    @Test
    void exitUnderLoadKeepsItsCode() {
        exitUnderLoad(4);
    }

    @Test
    @Tag("memory")
    void hundredExitsUnderLoadKeepTheirCode() {
        exitUnderLoad(100);
    }

    private static void exitUnderLoad(int rounds) {
        for (int i = 0; i < rounds; i++) {
            int code = 1 + i % 2;
            ChildJvm.Result result = exit("UNDER_LOAD", code);
            assertThat(result.output()).as("round " + i).isEqualTo(SHUTDOWN);
            assertThat(result.exitCode()).as("round " + i).isEqualTo(code);
        }
    }
}
