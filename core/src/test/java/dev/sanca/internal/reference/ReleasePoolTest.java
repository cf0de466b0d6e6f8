package dev.sanca.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Python;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.word.Word;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class ReleasePoolTest {
    private static void queue(long word) {
        DetachedCount count = new DetachedCount(new Object(), word);
        count.take();
        count.queue(word);
    }

    @Test
    void countsAfterOneThatFailsStayInTheQueue() {
        try (Python py = Python.attach()) {
            int before = JavaHandles.live();
            long stale = JavaHandles.make("stale");
            queue(JavaHandles.make("first"));
            queue(stale);
            queue(JavaHandles.make("second"));
            queue(JavaHandles.make("third"));
            Word.decref(stale);
            assertThat(ReleasePool.pending()).isEqualTo(4);
            assertThatIllegalStateException().isThrownBy(ReleasePool::drain).withMessageContaining("is stale");
            assertThat(JavaHandles.live()).isEqualTo(before + 2);
            ReleasePool.drain();
            assertThat(JavaHandles.live()).isEqualTo(before);
            assertThat(ReleasePool.pending()).isZero();
            assertThat(py.isOpen()).isTrue();
        }
    }
}
