package dev.sanca.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ForkedChildren;
import dev.sanca.programs.PythonSignals;
import dev.sanca.programs.SignalsProgram;
import dev.sanca.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python keeps and restores the JVM's handlers of signals. In a JVM of its own, which its own handler ends. */
@Tag("memory") // on 3.14 alone: before 3.13, CPython may let a handler wait until another thread asks for the GIL
class SignalHandlersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "chained"})
    void handlerOfTheJvmIsKeptAndSetAgain(String how) {
        ChildJvm jvm = ChildJvm.of(SignalsProgram.class);
        ChildJvm.Result result = (how.isEmpty() ? jvm : jvm.arguments(how)).run();
        assertThat(result.output()).isEqualTo("""
                <handler of the JVM for signal 15> True True
                True
                True
                True True
                signal 11 belongs to the JVM, which would end without it: choose another signal, such as SIGUSR1
                True
                2
                """);
        assertThat(result.exitCode()).isEqualTo(143);
    }

    @Test
    void pythonHandlesSignalsIfItIsToldTo() {
        assertThat(ChildJvm.of(PythonSignals.class).run().orFail())
                .isEqualTo("KeyboardInterrupt\nraised\ninterrupted\nTrue True\n");
    }

    @Test
    void forkedChildrenAnswerSignals() {
        assertThat(ChildJvm.of(ForkedChildren.class).run().orFail()).isEqualTo("-15\n5\n7\n3\n");
    }
}
