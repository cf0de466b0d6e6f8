package dev.sanca.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
    @TempDir
    private Path root;

    private Path compiled;
    private Path results;

    @BeforeEach
    void compileAClass() throws IOException {
        compiled = Files.createDirectories(root.resolve("core/target/classes")).resolve("A.class");
        results = root.resolve("results.txt");
        Files.writeString(compiled, "one");
    }

    private Kept kept(String option) throws IOException {
        return Kept.of(root, List.of("java", "--module-path", compiled.getParent() + ":x.jar", option), results);
    }

    @Test
    void resultsOfTheSameClassesAndCommandAreUsed() throws IOException {
        Files.writeString(results, Line.END);
        kept("-Da=1").keep();
        assertThat(kept("-Da=1").isValid()).isTrue();
        assertThat(kept("-Da=2").isValid()).isFalse();
        Files.writeString(compiled, "two");
        assertThat(kept("-Da=1").isValid()).isFalse();
    }

    @Test
    void resultsThatEndTooEarlyAreNotUsed() throws IOException {
        Files.writeString(results, Line.python("3.14.0"));
        kept("-Da=1").keep();
        assertThat(kept("-Da=1").isValid()).isFalse();
    }

    @Test
    void forgottenResultsAreNotUsed() throws IOException {
        Files.writeString(results, Line.END);
        kept("-Da=1").keep();
        kept("-Da=1").forget();
        Files.writeString(results, Line.END);
        assertThat(kept("-Da=1").isValid()).isFalse();
    }
}
