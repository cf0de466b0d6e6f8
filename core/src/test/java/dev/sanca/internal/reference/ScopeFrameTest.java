package dev.sanca.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Python;
import dev.sanca.Scope;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scopes at the same depth use the same frame, one after the other, and never see each other's references. */
@ExtendWith(OwnershipExtension.class)
class ScopeFrameTest {
    @Test
    void referencesLeftOpenStayReleasedWhenTheirChunkIsReused() {
        try (Python py = Python.attach()) {
            List<PyAny> left = new ArrayList<>();
            List<Object> chunks = new ArrayList<>();
            for (int i = 0; i < 5 * Chunk.FIRST_SIZE; i++) {
                try (Scope scope = py.scope()) {
                    PyAny mine = py.of("scope " + i);
                    left.add(mine);
                    chunks.add(ReferenceProbe.chunk(mine));
                    assertThat(mine.str()).isEqualTo("scope " + i);
                    assertThat(scope.isOpen()).isTrue();
                }
                assertThat(left).noneMatch(PyAny::isAlive);
            }
            assertThat(chunks.stream().distinct())
                    .as("chunks for %d scopes", chunks.size())
                    .hasSizeBetween(chunks.size() / Chunk.FIRST_SIZE, chunks.size() / (Chunk.FIRST_SIZE / 2));
            PyAny now = py.of("now");
            left.forEach(PyAny::close);
            assertThat(now.str()).isEqualTo("now");
        }
    }

    @Test
    void slotsOfAScopeThatClosedItsReferencesAreReused() {
        try (Python py = Python.attach()) {
            PyAny first;
            try (Scope scope = py.scope()) {
                first = py.of("first");
                Object chunk = ReferenceProbe.chunk(first);
                int slot = ReferenceProbe.slot(first);
                first.close();
                assertThat(scope.isOpen()).isTrue();
                for (int i = 0; i < 10 * Chunk.FIRST_SIZE; i++) {
                    try (Scope inner = py.scope();
                            PyAny inInner = py.of("inner")) {
                        assertThat(ReferenceProbe.chunk(inInner)).isNotSameAs(chunk);
                        assertThat(inner.isOpen()).isTrue();
                    }
                    try (PyAny again = py.of("again")) {
                        assertThat(ReferenceProbe.shareSlot(chunk, slot, again)).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void tokenLeftOpenStaysClosedWhenAnotherTokenUsesItsFrame() {
        try (Python py = Python.attach()) {
            List<Python> lost = new ArrayList<>();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Python.attach(inner -> {
                        lost.add(Python.attach());
                        return null;
                    }));
            try (Python second = Python.attach();
                    Python third = Python.attach()) {
                assertThat(third.isOpen()).isTrue();
                assertThat(lost.getFirst().isOpen()).isFalse();
                assertThatIllegalStateException()
                        .isThrownBy(() -> lost.getFirst().of("x"))
                        .withMessageContaining("is closed already");
                assertThatIllegalStateException().isThrownBy(lost.getFirst()::close);
                assertThat(second.of("y").str()).isEqualTo("y");
            }
            assertThat(py.isOpen()).isTrue();
        }
    }

    @Test
    void scopeOpenedByAFinalizerKeepsTheReferencesOfTheClosingScope() {
        try (Python py = Python.attach()) {
            List<String> seen = new ArrayList<>();
            PyAny ending = py.moduleFromCode("""
                    class Ending:
                        def __init__(self, name, call):
                            self.name, self.call = name, call
                        def __del__(self):
                            self.call(self.name)
                    """, "ending.py", "sanca_ending").getAttr("Ending");
            PyAny call = py.function("ended", (token, arguments, keywords) -> {
                for (int i = 0; i < Chunk.FIRST_SIZE / 4; i++) {
                    token.of("made at the end"); // left to the token, at the depth of the scope that is closing
                }
                seen.add(arguments.getFirst().asString());
                return null;
            });
            for (int round = 0; round < 20; round++) {
                PyAny last;
                try (Scope scope = py.scope()) {
                    ending.call("a" + round, call);
                    ending.call("b" + round, call);
                    last = py.of("last");
                    assertThat(scope.isOpen()).isTrue();
                }
                assertThat(seen).endsWith("b" + round, "a" + round);
                assertThat(last.isAlive()).isFalse();
            }
            assertThat(seen).hasSize(40);
        }
    }

    @Test
    void deepFramesAreNotKept() {
        try (Python py = Python.attach()) {
            List<Scope> scopes = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                scopes.add(py.scope());
                py.of("in scope " + i);
            }
            PyAny kept = py.of("kept");
            for (Scope scope : scopes.reversed()) {
                scope.keep(kept);
                scope.close();
            }
            assertThat(kept.str()).isEqualTo("kept");
            assertThat(ReferenceProbe.keptFrames()).isLessThan(100);
        }
    }

    @Test
    void keptReferencesGoIntoTheChunkOfTheOuterScope() {
        try (Python py = Python.attach()) {
            List<PyAny> kept = new ArrayList<>();
            try (Scope scope = py.scope()) {
                for (int i = 0; i < 3 * Chunk.FIRST_SIZE; i++) {
                    kept.add(scope.keep(py.of("kept " + i)));
                    assertThat(ReferenceProbe.chunk(py.of("inside"))).isNotSameAs(ReferenceProbe.chunk(kept.getLast()));
                }
            }
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).str()).isEqualTo("kept " + i);
            }
        }
    }
}
