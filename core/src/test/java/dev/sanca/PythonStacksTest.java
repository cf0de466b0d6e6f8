package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyDict;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stacks of all threads, Java's and Python's in one list. */
@ExtendWith(OwnershipExtension.class)
@Tag("cpython") // no other runtime tells its frames
class PythonStacksTest {
    /** The paragraph of a thread. */
    private static List<String> of(String thread, String dump) {
        return Arrays.stream(dump.split("\n\n"))
                .filter(paragraph -> paragraph.startsWith("\"" + thread + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(dump))
                .lines()
                .toList();
    }

    private static int indexOf(String part, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is not in " + lines);
    }

    private static void assertInOrder(List<String> lines, String... parts) {
        assertThat(Arrays.stream(parts).map(part -> indexOf(part, lines)).toList())
                .isSorted();
        assertThat(lines).noneMatch(line -> line.contains("CPythonCode") || line.contains("Trampoline"));
    }

    /** A thread inside a function of Java that Python has called; it waits there, attached or not. */
    private static void whileAThreadWaits(Thread.Builder builder, boolean isAttached, Runnable meanwhile)
            throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = builder.start(() -> Python.attach(py -> {
            PyDict names = py.dict();
            names.set("callback", py.function("callback", (token, arguments, keywords) -> {
                waits.countDown();
                if (isAttached) {
                    done.await();
                } else {
                    token.detach(() -> done.await());
                }
                return null;
            }));
            py.run("def outer():\n  inner()\ndef inner():\n  callback()\nouter()", names);
            return true;
        }));
        try {
            waits.await();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            meanwhile.run();
        } finally {
            done.countDown();
            thread.join();
        }
    }

    @Test
    void framesOfPythonStandAmongThoseOfJava() throws InterruptedException {
        for (Thread.Builder builder : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            whileAThreadWaits(
                    builder.name("waits"),
                    false,
                    () -> assertInOrder(
                            of("waits", Python.dumpStacks()),
                            "CountDownLatch.await",
                            "python.inner(",
                            "python.outer(",
                            "python.<module>(",
                            "dev.sanca.Python.run"));
        }
    }

    @Test
    void theyAreThereThoughTheGilIsKept() throws InterruptedException {
        whileAThreadWaits(
                Thread.ofPlatform().name("keeps"),
                true,
                () -> assertInOrder(
                        of("keeps", Python.dumpStacks()),
                        "attached",
                        "CountDownLatch.await",
                        "python.inner(",
                        "python.outer(",
                        "dev.sanca.Python.run"));
    }

    @Test
    void anAttachedThreadMayAsk() {
        String dump = Python.attach(py -> {
            PyDict names = py.dict();
            names.set("ask", py.function("ask", (token, arguments, keywords) -> Python.dumpStacks()));
            py.run("def asks():\n  return ask()\nanswer = asks()", names);
            return names.getItem("answer").asString();
        });
        assertInOrder(of(Thread.currentThread().getName(), dump), "Python.dumpStacks", "python.asks(", "Python.run");
        assertThat(dump).doesNotContain("sanca/stacks.py");
    }

    @Test
    void threadsOfPythonHaveTheirNames() {
        Python.attach(py -> {
            PyDict names = py.dict();
            py.run("""
                    import threading
                    started, done = threading.Event(), threading.Event()
                    def work():
                        started.set()
                        done.wait()
                    thread = threading.Thread(target=work, name='tidies up')
                    thread.start()
                    started.wait()
                    """, names);
            try {
                assertThat(of("tidies up", Python.dumpStacks())).anyMatch(line -> line.contains("python.work("));
            } finally {
                py.run("done.set(); thread.join()", names);
            }
            return null;
        });
    }

    @Test
    void threadsThatPythonDoesNotKnowAreThere() {
        assertThat(of("Reference Handler", Python.dumpStacks()).getFirst()).contains("not known to Python");
    }
}
