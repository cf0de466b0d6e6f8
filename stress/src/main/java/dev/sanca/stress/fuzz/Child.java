package dev.sanca.stress.fuzz;

import dev.sanca.Python;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Another thread that does steps.
 *
 * @param done open when it has done them
 * @param detached the detached references that it uses, and those that it leaves
 */
record Child(CountDownLatch done, List<Detached> detached) {
    /** A wait that can be interrupted. */
    interface Wait {
        void run() throws InterruptedException;
    }

    /** Waits on, whoever interrupts; the thread is interrupted afterwards then. */
    static void await(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.run();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of the steps, without the GIL. */
    void join(Python py) {
        py.detach(() -> await(done::await));
    }
}
