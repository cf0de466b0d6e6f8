package dev.sanca.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.lang.ref.WeakReference;
import java.util.Random;
import java.util.StringTokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Java object is a word of its own until Python needs a proxy of it. */
@ExtendWith(OwnershipExtension.class)
class JavaHandlesTest {
    @BeforeEach
    void tagsAreOn() {
        assumeTrue(Tagged.ENABLED, "sanca.tags=off: every Java object becomes a proxy at once");
    }

    @Test
    void noProxyIsMadeBeforePythonNeedsIt() {
        try (Python py = Python.attach()) {
            Random object = new Random();
            int made = RuntimesProbe.isMadeOfCPython() ? 1 : 0; // in a capsule; GraalPy holds the object by itself
            int handles = JavaHandles.live();
            PyAny reference = py.of(object);
            assertThat(reference.as(Random.class)).isSameAs(object);
            assertThat(reference.as(Object.class)).isSameAs(object);
            assertThat(reference.str()).isEqualTo(object.toString());
            assertThat(reference.hash()).isEqualTo(object.hashCode());
            assertThat(reference.isTruthy()).isTrue();
            assertThat(reference.isNone()).isFalse();
            assertThat(JavaHandles.live()).isEqualTo(handles + 1);
            assertThat(JavaHandles.isOne(Refs.taggedWord(reference))).isTrue();

            PyAny back = py.eval("lambda x: x").call(reference);
            assertThat(JavaHandles.isOne(Refs.taggedWord(reference)))
                    .as("the proxy has taken its place")
                    .isFalse();
            assertThat(JavaHandles.live()).isEqualTo(handles + made);
            assertThat(back.as(Random.class)).isSameAs(object);
            assertThat(back.is(reference)).isTrue();
            assertThat(reference.str()).isEqualTo(object.toString());
        }
    }

    @Test
    void handleAndProxyAnswerAlike() {
        try (Python py = Python.attach()) {
            PyAny handle = py.of(new StringTokenizer("a b"));
            PyAny proxy = py.of(handle.as(Object.class));
            proxy.getAttr("countTokens");
            assertThat(handle.eq(proxy)).isTrue();
            assertThat(handle.hash()).isEqualTo(proxy.hash());
            assertThat(handle.str()).isEqualTo(proxy.str());
            assertThat(py.of(new Random()).eq(py.of(new Random()))).isFalse();
            assertThat(handle.callMethod("countTokens").asInt()).isEqualTo(2);
        }
    }

    @Test
    void staleWordIsRefusedAlways() {
        try (Python py = Python.attach()) {
            PyAny reference = py.of(new Random());
            long word = Refs.taggedWord(reference);
            reference.close();
            for (int i = 0; i < 100; i++) { // the entry is used again, the word is not good again
                try (PyAny other = py.of(new Random())) {
                    assertThat(Refs.taggedWord(other)).isNotEqualTo(word);
                    assertThatThrownBy(() -> Word.incref(word))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("stale");
                    assertThatThrownBy(() -> JavaHandles.get(word)).isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @Test
    void detachedReferencesShareTheHandle() throws InterruptedException {
        Random object = new Random();
        Py<PyAny> kept;
        try (Python py = Python.attach()) {
            kept = Py.of(py.of(object));
        }
        Thread other = Thread.ofPlatform()
                .start(() -> Python.attach(py -> {
                    assertThat(kept.bind(py).as(Random.class)).isSameAs(object);
                    return null;
                }));
        other.join();
        kept.close();
        assertThat(kept.isAlive()).isFalse();
    }

    @Test
    void objectIsJavasAgainAfterTheScope() {
        WeakReference<Object> weak = heldByAScope();
        for (int i = 0; i < 50 && weak.get() != null; i++) {
            System.gc();
        }
        assertThat(weak.get()).isNull();
    }

    private static WeakReference<Object> heldByAScope() {
        try (Python py = Python.attach()) {
            return new WeakReference<>(py.of(new Random()).as(Object.class));
        }
    }
}
