package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.SmallStackProgram;
import dev.sanca.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C code has the same room on every thread of Java, however small the stack that Java gave it. */
@Tag("cpython")
class SmallStackTest {
    @Test
    void cCodeHasTheSameRoomOnEveryThread() {
        String output = ChildJvm.of(SmallStackProgram.class).run().orFail();

        List<String> levels =
                output.lines().filter(line -> line.startsWith("levels ")).toList();
        assertThat(levels).as(output).hasSize(4).allMatch(levels.getFirst()::equals);
        assertThat(Integer.parseInt(levels.getFirst().substring("levels ".length())))
                .isGreaterThan(
                        240); // CPython 3.12 allows 250 on any stack; on Java's of default size there is room for 99
    }

    @Test
    void withoutStacksOfTheirOwnSmallThreadsHaveLess() {
        String output = ChildJvm.of(SmallStackProgram.class)
                .options("-Dsanca.stack=java")
                .run()
                .orFail();

        assertThat(output.lines().distinct()).as(output).hasSizeGreaterThan(1);
    }
}
