package dev.sanca.programs;

import dev.sanca.Python;
import org.jspecify.annotations.Nullable;

/** Enables Python's fault handler, and then lets compiled code meet null pointers, which the JVM finds by a signal. */
public final class NullPointersAfterFaultHandler {
    private static final int ROUNDS = 300_000;
    private static final int NULLS = 1_000;

    private static final class Node {
        @Nullable
        Node next;

        int value;
    }

    private NullPointersAfterFaultHandler() {}

    @SuppressWarnings("NullAway") // that is what happens here
    private static int sum(Node node) {
        return node.value + node.next.value;
    }

    public static void main(String[] args) {
        Python.attach(py -> {
            py.run("""
                    import faulthandler, tempfile
                    faulthandler.enable()
                    with tempfile.TemporaryFile('w+') as file:
                        faulthandler.dump_traceback(file)
                        file.seek(0)
                        assert 'most recent call first' in file.read()
                    """);
            return true;
        });
        Node node = new Node();
        node.next = new Node();
        int nulls = 0;
        for (int i = 0; i < ROUNDS; i++) {
            if (i == ROUNDS - NULLS) {
                node.next = null;
            }
            try {
                if (sum(node) != 0) {
                    throw new AssertionError("a sum of zeros");
                }
            } catch (NullPointerException e) {
                nulls++;
            }
        }
        System.out.println(nulls + " null pointers");
    }
}
