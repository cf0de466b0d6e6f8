package dev.sanca.internal.reference;

import java.lang.ref.WeakReference;

/**
 * A program that {@link ForcedCollectionTest} starts in a separate JVM: prints whether {@link ForcedCollection#run} has collected an
 * unreachable object, several times, and whether {@code System.gc()} would have.
 */
final class ForcedCollectionProgram {
    private static final int TIMES = 3;

    private ForcedCollectionProgram() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0) {
            Thread.currentThread().interrupt();
        }
        for (int i = 0; i < TIMES; i++) {
            WeakReference<Object> garbage = garbage();
            System.gc();
            System.out.println("System.gc() " + garbage.refersTo(null));
            garbage = garbage();
            ForcedCollection.run();
            System.out.println("ForcedCollection " + garbage.refersTo(null));
        }
        System.out.println("interrupted " + Thread.interrupted());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("sanca-collect")) { // its log message must be written before the JVM exits
                thread.join();
            }
        }
    }

    private static WeakReference<Object> garbage() {
        return new WeakReference<>(new Object());
    }
}
