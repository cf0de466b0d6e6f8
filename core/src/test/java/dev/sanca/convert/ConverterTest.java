package dev.sanca.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ConverterProgram;
import dev.sanca.testing.ChildJvm;
import org.junit.jupiter.api.Test;

class ConverterTest {
    @Test
    void convertersOfUsersComeFirst() {
        assertThat(ChildJvm.of(ConverterProgram.class).run().orFail().lines().filter(line -> line.startsWith("> ")))
                .containsExactly(
                        "> ['1|2']",
                        "> [Point[x=3, y=4]]",
                        "> 'A'",
                        "> TypeError: element 0 of list: 'zz' is no point",
                        "> TypeError: dev.sanca.programs.ConverterProgram$LoopConverter.toPython returned its argument");
    }
}
