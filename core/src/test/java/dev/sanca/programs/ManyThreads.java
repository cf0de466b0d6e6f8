package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.thread.ThreadStates;
import java.util.ArrayList;
import java.util.List;

/** Starts many short threads that attach, or that never close their token; prints whether their thread states are deleted. */
public final class ManyThreads {
    private static final int AT_ONCE = 4;
    private static final int FEW = 3 * AT_ONCE + 8;

    private ManyThreads() {}

    public static void main(String[] args) throws Exception {
        int all = Integer.parseInt(args[1]);
        int most = 0;
        long half = 0;
        for (int i = 0; i < all; i += AT_ONCE) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < AT_ONCE; t++) {
                threads.add(Thread.ofPlatform().start(() -> work(args[0])));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            if (i % 100 == 0) {
                most = Math.max(most, ThreadStateCounts.pythonStatesNow());
                half = i == all / 2 ? ThreadStateCounts.residentBytes() : half;
            }
        }
        long growth = ThreadStateCounts.residentBytes() - half;
        System.out.println("most " + most + ", growth of memory over the second half " + growth);
        boolean back = ThreadStateCounts.comesDownTo(3);
        System.out.println(
                most <= FEW && growth < 32 << 20 && back
                        ? "deleted"
                        : "left: " + ThreadStateCounts.pythonStatesNow() + " and " + ThreadStates.count());
    }

    private static void work(String how) {
        if (how.equals("attach")) {
            Python.attach(py -> py.eval("object()").isNone());
            Python.attach(py -> py.eval("object()").isNone());
        } else {
            Python.attach().eval("object()"); // never closed
        }
    }
}
