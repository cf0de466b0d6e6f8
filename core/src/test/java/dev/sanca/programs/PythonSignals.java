package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonException;

/** Lets Python handle signals, and sends some to itself. */
public final class PythonSignals {
    private PythonSignals() {}

    public static void main(String[] args) {
        String location = System.getProperty("sanca.python");
        PythonConfig.Builder config = PythonConfig.builder().pythonSignals();
        Python.initialize((location == null ? config : config.python(java.nio.file.Path.of(location))).build());
        try {
            Python.attach(py -> {
                py.run("import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\nwhile True: time.sleep(0.001)");
                return null;
            });
        } catch (PythonException e) {
            System.out.println(e.typeName());
        }
        Python.attach(py -> {
            py.run("""
                    import _thread
                    try:
                        signal.raise_signal(signal.SIGINT)
                    except KeyboardInterrupt:
                        print('raised')
                    try:
                        _thread.interrupt_main()
                        while True: time.sleep(0.001)
                    except KeyboardInterrupt:
                        print('interrupted')
                    seen = []
                    signal.signal(signal.SIGALRM, lambda *a: seen.append(a[0]))
                    signal.setitimer(signal.ITIMER_REAL, 0.01)
                    while not seen: time.sleep(0.001)
                    print(seen == [signal.SIGALRM], signal.getsignal(signal.SIGPIPE) == signal.SIG_IGN)
                    """);
            return null;
        });
    }
}
