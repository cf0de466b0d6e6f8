package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.ffi.JvmShutdown;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import java.util.concurrent.CountDownLatch;

/** Ends its JVM: arguments are the way and the exit code. */
public final class ExitingProgram {
    private static final String PRELUDE = """
            import atexit, sys
            atexit.register(lambda: sys.stdout.write('atexit ran\\n'))
            sys.stdout.write('buffered\\n')
            """;

    private static final String LOOP = """
            try:
                started()
                while True: pass
            finally:
                print('finally ran')
            """;

    private static final CountDownLatch STARTED = new CountDownLatch(1);

    private ExitingProgram() {}

    public enum Way {
        LAMBDA,
        NESTED,
        ATTACHED,
        DETACHED,
        DETACHED_BODY,
        END,
        TOKEN_LEFT_OPEN,
        PYTHON_THREAD,
        PYTHON_DAEMON,
        PYTHON_THREAD_WORKS,
        VIRTUAL,
        OTHER_RUNS_PYTHON,
        OTHER_SLEEPS_IN_PYTHON,
        OTHER_SLEEPS_IN_JAVA,
        OTHER_HAS_FINALLY,
        OTHER_SLEEPS_IN_WITH,
        HUNG_THREAD,
        HUNG_DESTRUCTOR,
        HOOK,
        SIGTERM,
        SIGINT,
        ATEXIT_CALLS_JAVA,
        LATE,
        SYSTEM_EXIT,
        BEFORE_EXIT,
        UNDER_LOAD
    }

    public static void main(String[] args) throws Exception {
        int code = Integer.parseInt(args[1]);
        Python.attach(py -> {
            py.run(PRELUDE);
            return null;
        });
        switch (Way.valueOf(args[0])) {
            case LAMBDA -> python("f()", code);
            case NESTED -> python("""
                    def g(n):
                        try:
                            return sorted([1], key=lambda x: f()) if n == 0 else g(n - 1)
                        finally:
                            print('never')
                    g(20)
                    """, code);
            case ATTACHED -> Python.attach(py -> exit(code));
            case DETACHED -> exit(code);
            case DETACHED_BODY -> Python.attach(py -> py.detach(() -> exit(code)));
            case END -> {}
            case TOKEN_LEFT_OPEN -> Python.attach().run("x = 1");
            case PYTHON_THREAD -> {
                python("import threading\nthreading.Thread(target=f).start()", code);
                Thread.sleep(60_000);
            }
            case PYTHON_DAEMON ->
                python("import threading\nt = threading.Thread(target=f, daemon=True)\nt.start()\nt.join()", code);
            case PYTHON_THREAD_WORKS -> {
                python("""
                        import threading, time
                        def work():
                            time.sleep(0.5)
                            print('thread done')
                        threading.Thread(target=work).start()
                        """, code);
                exit(code);
            }
            case VIRTUAL ->
                Thread.ofVirtual().start(() -> Python.attach(py -> exit(code))).join();
            case OTHER_RUNS_PYTHON -> other("started()\nwhile True:\n  pass", code);
            case OTHER_SLEEPS_IN_PYTHON -> other("import time\nstarted()\ntime.sleep(1000)", code);
            case OTHER_SLEEPS_IN_JAVA -> other("started()\nsleep()", code);
            case OTHER_HAS_FINALLY -> other(LOOP, code);
            case OTHER_SLEEPS_IN_WITH -> other("""
                    import contextlib, time
                    @contextlib.contextmanager
                    def resource():
                        try:
                            yield
                        finally:
                            print('with ran')
                    with resource():
                        started()
                        time.sleep(1000)
                    """, code);
            case HUNG_THREAD -> {
                python("import threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()", code);
                exit(code);
            }
            case HUNG_DESTRUCTOR -> {
                python("""
                        import ctypes, threading
                        libc = ctypes.CDLL(None)
                        libc.on_exit(libc.pause, None)  # as a library's destructor that waits for a thread
                        def loop():
                            while True: pass
                        threading.Thread(target=loop, daemon=True).start()
                        """, code);
                exit(code);
            }
            case HOOK -> {
                Runtime.getRuntime().addShutdownHook(new Thread(ExitingProgram::useLate));
                exit(code);
            }
            case SIGTERM, SIGINT -> signal(args[0]);
            case ATEXIT_CALLS_JAVA ->
                Python.attach(py -> py.importModule("atexit")
                        .callMethod("register", py.function("bye", (p, a, k) -> print("Java at exit"))));
            case LATE -> late();
            case SYSTEM_EXIT -> {
                try (Python py = Python.attach()) {
                    py.run("import sys\nsys.exit(5)");
                } catch (PythonException e) {
                    print(e.getMessage());
                    exit(code);
                }
            }
            case BEFORE_EXIT -> beforeExit(code);
            case UNDER_LOAD -> underLoad(code);
        }
    }

    /** The thread that exits is attached, so that an action would wait for ever for a GIL that the thread kept. */
    private static void beforeExit(int code) {
        Python.beforeExit(() -> print("last"));
        Python.beforeExit(() -> {
            throw new IllegalStateException("an action that fails");
        });
        Python.beforeExit(() -> {
            long two = Python.attach(py -> py.eval("1 + 1").asLong());
            print("Python answers " + two);
            Python.beforeExit(() -> print("registered late"));
        });
        afterPython(() -> {
            try {
                Python.beforeExit(() -> print("never"));
            } catch (IllegalStateException e) {
                print("too late");
            }
        });
        python("f()", code);
    }

    private static Object exit(int code) {
        System.exit(code);
        throw new AssertionError("exit returned");
    }

    private static Object print(String line) {
        System.out.println(line);
        return line;
    }

    /** Runs statements in which f() exits. */
    private static void python(String statements, int code) {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("f", py.function("f", (p, args, kwargs) -> exit(code)));
            py.run(statements, globals);
        }
    }

    private static void other(String statements, int code) throws InterruptedException {
        start(statements);
        exit(code);
    }

    /** A hook of a framework, which takes its time. */
    private static void useLate() {
        for (int i = 0; i < 50; i++) {
            Python.attach(py -> py.eval("sum(range(10_000))").asLong());
            Thread.yield();
        }
        print("hook: " + Python.attach(py -> py.eval("1 + 1").asLong()));
    }

    private static void signal(String name) throws InterruptedException {
        start(LOOP);
        Python.attach(py -> py.importModule("os")
                .callMethod(
                        "kill",
                        ProcessHandle.current().pid(),
                        py.importModule("signal").getAttr(name))
                .isNone());
        Thread.sleep(60_000);
    }

    private static void start(String statements) throws InterruptedException {
        Thread.ofPlatform().daemon().start(() -> {
            try (Python py = Python.attach()) {
                PyDict globals = py.dict();
                globals.setItem("started", py.function("started", (p, args, kwargs) -> {
                    STARTED.countDown();
                    return null;
                }));
                globals.setItem("sleep", py.function("sleep", (p, args, kwargs) -> {
                    Thread.sleep(1_000_000);
                    return null;
                }));
                py.run(statements, globals);
            }
        });
        STARTED.await();
    }

    private static void late() {
        Python py = Python.attach();
        PyAny bound = py.eval("[]");
        Py<PyAny> held = Py.of(bound);
        py.close();
        afterPython(() -> {
            held.close();
            bound.close();
            print("closed");
            print("tryAttach: " + Python.tryAttach().map(x -> "there").orElse("empty"));
            print("tryAttach with a body: " + Python.tryAttach(x -> "there").orElse("empty"));
            print("attach: " + failure(Python::attach));
            print("reference: " + failure(bound::len));
        });
    }

    /** Runs an action when Python has ended, which is after all hooks. */
    private static void afterPython(Runnable action) {
        Python.beforeExit(() -> {
            if (!JvmShutdown.add(action)) {
                throw new AssertionError("nothing can run after Python's end");
            }
        });
    }

    private static String failure(Runnable action) {
        try {
            action.run();
            return "none";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static void underLoad(int code) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (true) {
                        work();
                        busy.countDown();
                    }
                } catch (RuntimeException e) { // Python has ended
                    Python.tryAttach(py -> {
                        throw e;
                    });
                    if (Python.tryAttach().isPresent()) {
                        throw e;
                    }
                }
            });
        }
        busy.await();
        if (code % 2 == 1) {
            exit(code);
        } else {
            python("f()", code);
        }
    }

    private static void work() {
        try (Python py = Python.attach()) {
            PyCFunction f = py.function("f", (p, args, kwargs) -> {
                p.detach(() -> {});
                return p.list(1, 2, 3);
            });
            for (int j = 0; j < 100; j++) {
                f.call(1, "x");
                py.eval("sorted([3, 1, 2])");
                Py.of(py.of("dropped"));
            }
        }
    }
}
