package dev.sanca.internal.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.programs.LargeTexts;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts and ints at the limits of Java's. */
@ExtendWith(OwnershipExtension.class)
class CPythonTextTest {
    private static final int MOST = Integer.MAX_VALUE - 8;

    @Test
    void lengthThatJavaDoesNotHaveIsRefusedInWords() {
        try (Python py = Python.attach(PythonRuntime.named("cpython"))) {
            assertThat(py.isOpen()).isTrue();
            ThreadState state = ThreadState.attached("a test");
            assertThat(CPythonText.length(state, 7, 7, MOST)).isEqualTo(7);
            assertThat(CPythonText.length(state, MOST, MOST, MOST)).isEqualTo(MOST);
            for (long length : new long[] {MOST + 1L, Integer.MAX_VALUE + 1L, 1L << 32, Long.MAX_VALUE}) {
                assertThatExceptionOfType(PythonException.class)
                        .isThrownBy(() -> CPythonText.length(state, length, length, MOST))
                        .withMessageContainingAll("OverflowError", length + " characters", "Java String", "slices");
            }
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> CPythonText.length(state, MOST / 2, MOST / 2 + 1, MOST / 2))
                    .withMessageContaining("units of UTF-16");
        }
    }

    @Test
    @Tag("memory")
    void textsAndIntsTooLargeForJavaAreRefusedInWords() {
        assertThat(ChildJvm.of(LargeTexts.class).run().orFail()).endsWith("done\n");
    }
}
