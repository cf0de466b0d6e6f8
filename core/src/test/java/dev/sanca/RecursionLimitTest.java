package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.programs.RecursionProgram;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code sys.setrecursionlimit} means what it means in {@code python3}, on threads with any stack. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class RecursionLimitTest {
    @Test
    void limitDecidesHowDeepPythonsFunctionsNest() {
        String output = ChildJvm.of(RecursionProgram.class).run().orFail();
        List<String> lines =
                output.lines().filter(line -> !line.contains("RuntimeWarning")).toList();
        assertThat(lines).extracting(line -> line.split(" ", -1)[0]).containsExactly("main", "small", "virtual");
        assertThat(lines).allSatisfy(line -> {
            assertThat(Integer.parseInt(line.split(" ", -1)[1])).isBetween(49_900, 50_000);
            assertThat(line).endsWith(" RecursionError");
        });
        boolean countsCallsOfCToo = !LibPython.has("PyUnstable_Code_New"); // before 3.12
        assertThat(output.contains("sys.setrecursionlimit(1000000): the stack of a thread has room for "))
                .isEqualTo(countsCallsOfCToo);
    }
}
