package dev.sanca.stress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    @Test
    void whatIsNeededTogetherStays() {
        Program program = Program.of(3);
        List<Step> steps = program.steps();
        List<Step> needed = List.of(steps.get(1), steps.get(steps.size() / 2), steps.getLast());
        Program smallest = Shrinker.shrink(program, part -> part.steps().containsAll(needed), Duration.ofMinutes(1));
        assertThat(smallest.steps()).containsExactlyElementsOf(needed);
    }

    @Test
    void withoutTimeTheProgramStays() {
        assertThat(Shrinker.shrink(Program.of(3), part -> true, Duration.ZERO)).isEqualTo(Program.of(3));
    }
}
