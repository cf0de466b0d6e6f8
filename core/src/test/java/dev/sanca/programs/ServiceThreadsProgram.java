package dev.sanca.programs;

import dev.sanca.Python;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Makes Sanca start its long-lived threads from one with a class loader of an application, and says which of them have that loader. */
public final class ServiceThreadsProgram {
    private static final Set<String> EXPECTED =
            Set.of("sanca-watch", "sanca-stop", "sanca-stop-attached", "sanca-scout", "sanca-reaper", "sanca-carriers");

    private ServiceThreadsProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        ClassLoader application = new ClassLoader() {};
        Thread.currentThread().setContextClassLoader(application);
        Set<String> seen = new TreeSet<>();
        Set<String> keep = new TreeSet<>();
        while (!seen.containsAll(EXPECTED)) {
            Python.tryAttach(Duration.ofMinutes(1), py -> true);
            Python.attach(py -> py.eval("6 * 7").asLong());
            Thread.ofVirtual().start(() -> Python.attach(py -> true)).join();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (EXPECTED.contains(thread.getName())) {
                    seen.add(thread.getName());
                    if (thread.getContextClassLoader() == application) {
                        keep.add(thread.getName());
                    }
                }
            }
        }
        System.out.println("keep the loader: " + keep);
    }
}
