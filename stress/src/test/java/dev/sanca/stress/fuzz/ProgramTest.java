package dev.sanca.stress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void aSeedGivesTheSameProgramEachTime() {
        assertThat(Program.of(42)).isEqualTo(Program.of(42)).isNotEqualTo(Program.of(43));
    }

    @Test
    void aProgramCanBeReadFromItsText() {
        Program program = Program.of(7);
        assertThat(Program.parse(program.toString()).tree()).isEqualTo(program.tree());
    }

    @Test
    void anyPartIsAProgram() {
        List<Step> steps = List.of(
                new Step(Kind.END, 0, 0),
                new Step(Kind.TRY, 0, 0),
                new Step(Kind.THROW, 1, 2),
                new Step(Kind.TRY, 3, 4));
        List<Program.Node> tree = new Program(steps).tree();
        assertThat(tree).hasSize(1);
        assertThat(tree.getFirst().body())
                .extracting(node -> node.step().kind())
                .containsExactly(Kind.THROW, Kind.TRY);
    }

    @Test
    void everyKindOccurs() {
        Set<Kind> found = LongStream.range(0, 300)
                .boxed()
                .flatMap(seed -> Program.of(seed).steps().stream())
                .map(Step::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(Kind.values()));
    }

    @Test
    void aLineThatIsNoStepIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Program.parse("HOLD 1 2\nNOTHING 3 4\n"))
                .withMessageContaining("'NOTHING 3 4'");
    }
}
