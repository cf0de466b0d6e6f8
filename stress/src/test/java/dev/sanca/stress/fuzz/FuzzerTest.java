package dev.sanca.stress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A million steps; and that the fuzzer finds what is wrong, if something is. */
class FuzzerTest {
    private static final long STEPS = 1_000_000;

    /** For another seed: {@code -Dsanca.test.seed}. */
    private static final long SEED = Long.getLong("sanca.test.seed", System.nanoTime());

    @Test
    void aMillionStepsDoAsTheModelSays() {
        System.out.println("FuzzerTest seed " + SEED);
        Fuzzer fuzzer = Fuzzer.create();
        Optional<Finding> finding = fuzzer.run(SEED, STEPS, Duration.ZERO);
        assertThat(finding).as("a program that fails; the last seed is in it").isEmpty();
        assertThat(fuzzer.steps()).isGreaterThanOrEqualTo(STEPS);
    }

    @Test
    void aLeakIsFoundAndItsProgramIsAsSmallAsCanBe() {
        System.out.println("FuzzerTest seed " + SEED);
        Finding finding =
                Fuzzer.withWrongModel(Kind.COPY).run(SEED, STEPS, Duration.ZERO).orElseThrow();
        assertThat(finding.failure()).hasMessageContaining("object 0 has").hasMessageContaining("the model says");
        assertThat(finding.program().steps()).extracting(Step::kind).containsExactly(Kind.COPY);
        assertThat(Program.of(finding.seed()).steps())
                .containsAll(finding.program().steps());
    }

    @Test
    void aLeakInsideABlockIsFoundToo() {
        System.out.println("FuzzerTest seed " + SEED);
        Finding finding = Fuzzer.withWrongModel(Kind.CALLBACK)
                .run(SEED, STEPS, Duration.ZERO)
                .orElseThrow();
        assertThat(finding.program().steps()).extracting(Step::kind).containsExactly(Kind.CALLBACK);
    }
}
