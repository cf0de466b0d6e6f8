package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python.AnyBody;
import dev.sanca.testing.OwnershipExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attaching with a time limit, and attaching that can be interrupted, while another thread keeps the GIL. */
@ExtendWith(OwnershipExtension.class)
class PythonTurnTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(5);

    enum Threads {
        PLATFORM(Executors::newCachedThreadPool),
        VIRTUAL(Executors::newVirtualThreadPerTaskExecutor);

        private final Supplier<ExecutorService> executor;

        Threads(Supplier<ExecutorService> executor) {
            this.executor = executor;
        }
    }

    /** What runs while another thread is attached, and waits in Java. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    private static void whileTheGilIsKept(Meanwhile meanwhile) throws Exception {
        CountDownLatch attached = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread keeper = Thread.ofPlatform()
                .start(() -> Python.attach(py -> {
                    attached.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return true;
                }));
        try {
            attached.await();
            meanwhile.run();
        } finally {
            done.countDown();
            keeper.join();
        }
    }

    @Tag("cpython") // no other runtime can tell
    @ParameterizedTest
    @EnumSource
    void tryAttachIsEmptyWhenTheTimeIsOver(Threads threads) throws Exception {
        try (ExecutorService executor = threads.executor.get()) {
            whileTheGilIsKept(() -> assertThat(executor.submit(() -> Python.tryAttach(SHORT, py -> true))
                            .get())
                    .isEmpty());
            assertThat(executor.submit(() -> Python.tryAttach(LONG, py -> true)).get())
                    .contains(true);
        }
    }

    @Tag("cpython")
    @Test
    void tryAttachWithoutABodyIsEmptyWhenTheTimeIsOver() throws Exception {
        whileTheGilIsKept(() -> assertThat(Python.tryAttach(Duration.ZERO)).isEmpty());
        try (Python py = Python.tryAttach(LONG).orElseThrow()) {
            assertThat(py.eval("6 * 7").asLong()).isEqualTo(42);
            try (Python nested = Python.tryAttach(Duration.ZERO).orElseThrow()) { // attached already
                assertThat(nested.eval("6 * 7").asLong()).isEqualTo(42);
            }
        }
    }

    @Test
    void tryAttachGivesTheResultOrTheException() throws Throwable {
        assertThat(Python.tryAttach(LONG, py -> py.eval("6 * 7").asLong())).contains(42L);
        assertThatThrownBy(() -> Python.<Object, IOException>tryAttach(LONG, py -> {
                    throw new IOException("own");
                }))
                .isInstanceOf(IOException.class);
        AnyBody<Long> any = py -> py.eval("6 * 7").asLong();
        assertThat(Python.tryAttach(LONG, any)).contains(42L);
    }

    @Tag("cpython")
    @ParameterizedTest
    @EnumSource
    void attachInterruptiblyEndsByAnInterrupt(Threads threads) throws Exception {
        try (ExecutorService executor = threads.executor.get()) {
            whileTheGilIsKept(() -> {
                CountDownLatch started = new CountDownLatch(1);
                Future<Boolean> attached = executor.submit(() -> {
                    started.countDown();
                    try {
                        return Python.attachInterruptibly(py -> true);
                    } catch (InterruptedException e) {
                        return Thread.currentThread().isInterrupted(); // it is cleared
                    }
                });
                started.await();
                Thread.sleep(20);
                attached.cancel(true);
                executor.submit(() -> true).get();
            });
            assertThat(executor.submit(() -> Python.attachInterruptibly(
                                    py -> py.eval("6 * 7").asLong()))
                            .get())
                    .isEqualTo(42);
        }
    }

    @Test
    void attachInterruptiblyLooksForAnInterruptFirst() {
        for (Meanwhile attach : new Meanwhile[] {
            () -> Python.attachInterruptibly().close(),
            () -> Python.attachInterruptibly(py -> true),
            () -> {
                try (Python py = Python.attach()) {
                    Python.attachInterruptibly().close();
                }
            }
        }) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(attach::run).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void attachInterruptiblyAttaches() throws Throwable {
        try (Python py = Python.attachInterruptibly()) {
            assertThat(py.eval("6 * 7").asLong()).isEqualTo(42);
        }
        AnyBody<Long> any = py -> py.eval("6 * 7").asLong();
        assertThat(Python.attachInterruptibly(any)).isEqualTo(42);
        assertThatThrownBy(() -> Python.<Object, IOException>attachInterruptibly(py -> {
                    throw new IOException("own");
                }))
                .isInstanceOf(IOException.class);
    }

    @Tag("cpython")
    @Test
    void onVirtualThreadsTheFormWithABodyIsNamed() throws Exception {
        Python.attach(py -> true);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThatThrownBy(
                            () -> executor.submit(() -> Python.tryAttach(LONG)).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("tryAttach(py -> ...)");
        }
    }
}
