package dev.sanca.programs;

import dev.sanca.Python;

/** Keeps, replaces and restores the JVM's handlers of signals from Python; at last the JVM's own handler ends it. */
public final class SignalsProgram {
    private SignalsProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Python.attach(py -> {
            py.run("""
                    import os, signal, time
                    old = signal.getsignal(signal.SIGTERM)
                    print(old, callable(old), old is signal.getsignal(signal.SIGTERM))
                    seen = []
                    print(signal.signal(signal.SIGTERM, lambda *a: seen.append(a[0])) is old)
                    os.kill(os.getpid(), signal.SIGTERM)
                    while not seen: time.sleep(0.001)
                    print(seen == [signal.SIGTERM])
                    print(callable(signal.signal(signal.SIGTERM, old)), signal.getsignal(signal.SIGTERM) is old)
                    try: signal.signal(signal.SIGSEGV, signal.SIG_DFL)
                    except ValueError as e: print(e)
                    print(signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL)
                    signal.signal(signal.SIGUSR1, lambda *a: seen.append(a[0]))
                    signal.raise_signal(signal.SIGUSR1)
                    print(len(seen))
                    """);
            if (args.length == 0) {
                py.run("os.kill(os.getpid(), signal.SIGTERM)\nwhile True: time.sleep(0.01)");
            } else {
                py.run(
                        "signal.signal(signal.SIGTERM, lambda *a: old(*a)); os.kill(os.getpid(), signal.SIGTERM)\nwhile True: time.sleep(0.01)");
            }
            return true;
        });
        Thread.sleep(60_000);
    }
}
