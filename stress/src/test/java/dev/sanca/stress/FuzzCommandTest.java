package dev.sanca.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzCommandTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FuzzCommand command = new FuzzCommand(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void theSeedIsPrinted() throws IOException {
        assertThat(command.run(List.of("--seed", "11", "--steps", "1000"))).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains(", seed 11\n")
                .contains("all as the model says");
    }

    @Test
    void aProgramCanBeRunAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("program.txt"), "HOLD 1 1 # bind\nCALLBACK 1 0\n  CLOSE 1 1\n");
        assertThat(command.run(List.of("--replay", file.toString()))).isZero();
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command.run(List.of("--second", "3")))
                .withMessageContaining("'--second'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command.run(List.of("--steps", "many")))
                .withMessageContaining("not 'many'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command.run(List.of("--steps")))
                .withMessageContaining("needs a value");
    }
}
