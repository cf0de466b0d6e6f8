package dev.sanca.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.programs.ManyThreads;
import dev.sanca.programs.PythonThreads;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class ThreadStatesTest {
    @Test
    void statesOfTenThousandShortThreadsAreDeleted() {
        String output = ChildJvm.of(ManyThreads.class)
                .arguments("attach", "10000")
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("deleted");
    }

    @Test
    void statesOfThreadsThatEndAttachedAreDeleted() {
        String output = ChildJvm.of(ManyThreads.class)
                .arguments("leave open", "1000")
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("deleted");
    }

    @Test
    void threadOfTheCommonPoolKeepsOneStateAfterItsThreadLocalsAreCleared() throws InterruptedException {
        int before = ThreadStates.count();
        for (int i = 0; i < 200; i++) {
            CountDownLatch done = new CountDownLatch(1);
            ForkJoinPool.commonPool().execute(() -> {
                Python.attach(py -> py.of(1).asInt());
                done.countDown();
            });
            done.await();
        }
        assertThat(ThreadStates.count()).isLessThanOrEqualTo(before + ForkJoinPool.getCommonPoolParallelism());
    }

    @Test
    void statesOfPythonThreadsThatCalledJavaAreRemoved() {
        String output = ChildJvm.of(PythonThreads.class)
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("forgotten");
    }
}
