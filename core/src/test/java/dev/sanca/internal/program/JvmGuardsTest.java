package dev.sanca.internal.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.programs.NullPointersAfterFaultHandler;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython") // no other Python shares its signals and stacks with the JVM
@ExtendWith(OwnershipExtension.class)
class JvmGuardsTest {
    @Test
    void theFaultHandlerLeavesTheSignalsOfTheJvm() {
        assertThat(ChildJvm.of(NullPointersAfterFaultHandler.class).run().orFail())
                .isEqualTo("1000 null pointers\n");
    }

    @Test
    void aStackTooSmallForTheJvmIsRefused() {
        Python.attach(py -> {
            py.run("import threading, _thread");
            assertThatThrownBy(() -> py.run("threading.stack_size(64 * 1024)"))
                    .hasMessageStartingWith(
                            "ValueError: a stack of 65536 bytes is too small for a thread that calls Java");
            assertThatThrownBy(() -> py.run("_thread.stack_size(128 * 1024)")).hasMessageContaining("262144 or more");
            return true;
        });
    }

    @Test
    void aThreadWithTheSmallestStackCallsJava() {
        Python.attach(py -> {
            try (var globals = py.dict();
                    var function = py.function("f", (inner, arguments, keywords) -> 42)) {
                globals.setItem("f", function);
                py.run("""
                        import threading
                        before = threading.stack_size(256 * 1024)
                        try:
                            said = []
                            thread = threading.Thread(target=lambda: said.append(f()))
                            thread.start()
                            thread.join()
                        finally:
                            threading.stack_size(before)
                        """, globals, null);
                assertThat(py.eval("said[0]", globals, null).asLong()).isEqualTo(42);
            }
            return true;
        });
    }
}
