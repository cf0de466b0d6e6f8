package dev.sanca.programs;

import dev.sanca.Python;

/** Forks children of Python, and ends them by signals. */
public final class ForkedChildren {
    private ForkedChildren() {}

    public static void main(String[] args) {
        Python.attach(py -> {
            py.run("""
                    import os, signal, time, warnings
                    warnings.simplefilter('ignore')  # the JVM has threads of its own
                    def child(signum, prepare=lambda: None):
                        ready, write = os.pipe()
                        pid = os.fork()
                        if pid == 0:
                            try:
                                prepare()
                                os.write(write, b'.')
                                while True: time.sleep(0.01)
                            except KeyboardInterrupt:
                                os._exit(5)
                        os.read(ready, 1)
                        os.kill(pid, signum)
                        _, status = os.waitpid(pid, 0)
                        return os.waitstatus_to_exitcode(status)
                    print(child(signal.SIGTERM))
                    print(child(signal.SIGINT))
                    print(child(signal.SIGTERM, lambda: signal.signal(signal.SIGTERM, lambda *a: os._exit(7))))
                    pid = os.fork()
                    if pid == 0:
                        os._exit(3)
                    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                    """);
            return null;
        });
    }
}
