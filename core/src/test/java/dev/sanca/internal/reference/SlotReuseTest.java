package dev.sanca.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class SlotReuseTest {
    @Test
    void slotOfTheLastClosedReferenceIsReusedAndTheOldReferenceStaysClosed() {
        try (Python py = Python.attach()) {
            PyAny anchor = py.of("anchor");
            PyAny old = py.of("old");
            Object chunk = ReferenceProbe.chunk(old);
            int slot = ReferenceProbe.slot(old);
            old.close();
            PyAny next = py.of("next");
            assertThat(ReferenceProbe.shareSlot(chunk, slot, next))
                    .as("the slot is used again")
                    .isTrue();
            assertThat(old.isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(old::str).withMessageContaining("is closed");
            old.close();
            assertThat(next.str()).isEqualTo("next");
            assertThat(anchor.str()).isEqualTo("anchor");
        }
    }

    @Test
    void slotsClosedInAnyOrderAreReusedOnceTheyAreLast() {
        try (Python py = Python.attach()) {
            PyAny anchor = py.of("anchor");
            Object chunk = ReferenceProbe.chunk(anchor);
            for (int i = 0; i < 10_000; i++) { // far more than a chunk has slots
                PyAny a = py.of("a");
                PyAny b = py.of("b");
                PyAny c = py.of("c");
                b.close();
                a.close();
                c.close();
            }
            PyAny last = py.of("last");
            assertThat(ReferenceProbe.shareSlot(chunk, ReferenceProbe.slot(anchor) + 1, last))
                    .isTrue();
        }
    }

    @Test
    void slotOfAFullChunkIsNotReused() {
        try (Python py = Python.attach()) {
            List<PyAny> references = new ArrayList<>();
            for (int i = 0; i < 3 * Chunk.FULL_SIZE; i++) {
                references.add(py.of(i));
            }
            PyAny early = references.get(3);
            early.close();
            PyAny next = py.of("next");
            assertThat(early.isAlive()).isFalse();
            assertThat(next.str()).isEqualTo("next");
            for (int i = 4; i < references.size(); i++) {
                assertThat(references.get(i).asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void referenceOfAClosedScopeReportsItsReleaseAfterTheSlotIsReused() {
        try (Python py = Python.attach()) {
            PyAny old;
            try (var scope = py.scope()) {
                old = py.of("old");
                assertThat(scope.isOpen()).isTrue();
            }
            try (var scope = py.scope()) {
                PyAny next = py.of("next");
                assertThat(old.isAlive()).isFalse();
                assertThatIllegalStateException().isThrownBy(old::str).withMessageContaining("its scope closed");
                assertThat(next.str()).isEqualTo("next");
                assertThat(scope.isOpen()).isTrue();
            }
        }
    }
}
