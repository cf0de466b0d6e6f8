package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** NumPy's linear algebra needs more stack than Java gives a thread. Run in a JVM of its own, which would end without a word. */
class LinearAlgebraTest {
    @Test
    void matricesAreInvertedOnThreadsOfDefaultSize() throws IOException, InterruptedException {
        String output = ChildProgram.run(LinearAlgebraProgram.class);

        assertThat(output.lines()).hasSize(4).allMatch(line -> line.endsWith(": right, as many BLAS threads as ever"));
    }
}
