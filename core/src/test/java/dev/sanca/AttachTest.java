package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.internal.reference.ReferenceProbe;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.programs.FirstUse;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class AttachTest {
    @Test
    void attachedThreadRunsPython() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("6 * 7").asInt()).isEqualTo(42);
        }
        assertThat(ThreadState.attachedOrNull()).isNull();
    }

    @Test
    void nestedAttachDoesNotTakeTheInterpreterAgain() {
        try (Python outer = Python.attach()) {
            PythonStats before = Python.stats();
            for (int i = 0; i < 100; i++) {
                try (Python inner = Python.attach()) {
                    assertThat(inner.isOpen()).isTrue();
                }
            }
            PythonStats after = Python.stats();
            assertThat(after.attaches()).isEqualTo(before.attaches());
            assertThat(after.scopes()).isEqualTo(before.scopes() + 100);
            assertThat(outer.eval("1").asInt()).isOne();
        }
    }

    @Test
    void closingNestedTokenReleasesItsReferencesOnly() {
        try (Python outer = Python.attach()) {
            PyAny kept = outer.of("kept");
            PyAny gone;
            try (Python inner = Python.attach()) {
                gone = inner.of("gone");
            }
            assertThat(kept.isAlive()).isTrue();
            assertThat(gone.isAlive()).isFalse();
        }
    }

    @Test
    void newReferencesGoToTheInnermostTokenWhicheverMadeThem() {
        try (Python outer = Python.attach()) {
            PyAny made;
            try (Python inner = Python.attach()) {
                assertThat(inner).isNotSameAs(outer);
                made = outer.of("made by the outer token");
            }
            assertThat(made.isAlive()).isFalse();
        }
    }

    @Test
    void bodyReturnsItsResultAndItsException() {
        int result = Python.attach(py -> py.of(3).asInt());
        assertThat(result).isEqualTo(3);
        IOException thrown = new IOException("from the body");
        assertThatThrownBy(() -> Python.<Object, IOException>attach(py -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(ThreadState.attachedOrNull()).isNull();
    }

    @Test
    void bodyThatLeavesScopeOpenIsToldSoAndDetached() {
        AtomicReference<@Nullable Scope> left = new AtomicReference<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> Python.attach(py -> {
                    left.set(py.scope());
                    return py.of("left");
                }))
                .withMessageContaining("was not closed there");
        assertThat(ThreadState.attachedOrNull()).isNull();
        assertThat(left.get()).isNotNull().matches(scope -> !scope.isOpen());
    }

    @Test
    void exceptionOfBodyThatLeavesTokenOpenIsNotHidden() {
        assertThatThrownBy(() -> Python.attach(py -> {
                    Python.attach().of("left");
                    throw new IOException("from the body");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("from the body");
        assertThat(ThreadState.attachedOrNull()).isNull();
    }

    @Test
    void tokenOfBodyIsNotTheBodysToClose() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Python.attach(py -> {
                    py.close();
                    return 0;
                }))
                .withMessageContaining("closed by the call that gave it");
        try (Python outer = Python.attach()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Python.attach(py -> {
                        py.close();
                        return 0;
                    }))
                    .withMessageContaining("closed by the call that gave it");
            assertThat(outer.eval("1").asInt()).isOne();
        }
    }

    @Test
    void tryAttachAttachesWhenPythonRuns() {
        Python.version();
        try (Python py = Python.tryAttach().orElseThrow()) {
            assertThat(py.of(1).asInt()).isOne();
        }
    }

    @Test
    void tryAttachWithBodyReturnsItsResultAndItsException() {
        Python.version();
        assertThat(Python.tryAttach(py -> py.of(3).asInt())).contains(3);
        IOException thrown = new IOException("from the body");
        assertThatThrownBy(() -> Python.<Object, IOException>tryAttach(py -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(ThreadState.attachedOrNull()).isNull();
        try (Python outer = Python.attach()) {
            assertThat(Python.tryAttach(py -> py.of(3).asInt())).contains(3);
            assertThat(outer.of(1).asInt()).isOne();
        }
    }

    @Test
    void tryAttachOfABodyThatReturnsNullIsEmpty() {
        Python.version();
        int[] runs = new int[1];
        Optional<String> result = Python.tryAttach(py -> {
            runs[0]++;
            return null;
        });
        assertThat(result).isEmpty();
        assertThat(runs[0]).isOne();
    }

    @Test
    void tryAttachToARuntimeAttachesToThatOne() {
        PythonRuntime runtime = PythonRuntime.named("cpython");
        runtime.attach().close();
        try (Python py = Python.tryAttach(runtime).orElseThrow()) {
            assertThat(py.of(1).asInt()).isOne();
        }
        assertThat(Python.tryAttach(runtime, py -> py.eval("6 * 7").asInt())).contains(42);
    }

    @Test
    void initializeTwiceIsRefused() {
        String version = Python.version();
        assertThatIllegalStateException()
                .isThrownBy(() -> Python.initialize(PythonConfig.discover()))
                .withMessageStartingWith("Python runs already (")
                .withMessageEndingWith(version + "): call Python.initialize once, before the first attach");
    }

    @Tag("cpython")
    @Test
    void threadStateIsKeptForTheLifeOfTheThread() throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                assertThat(ReferenceProbe.threadState()).isZero();
                Python.attach(py -> py.of(1).asInt());
                long first = ReferenceProbe.threadState();
                Python.attach(py -> py.of(1).asInt());
                assertThat(first).isNotZero().isEqualTo(ReferenceProbe.threadState());
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        thread.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    void firstUseStartsPythonAndTryAttachDoesNot() {
        assertThat(ChildJvm.of(FirstUse.class).run().orFail()).contains("started false", "ran false", "then True");
    }
}
