package dev.sanca.graalpy;

import static dev.sanca.graalpy.Glance.bind;
import static dev.sanca.graalpy.Glance.eval;
import static dev.sanca.graalpy.Glance.exec;

import dev.sanca.spi.PythonRuntime;

/** Ends in the way that its argument names; started by {@link GraalPyExitTest}. */
final class ExitProgram {
    private ExitProgram() {}

    public static void main(String[] args) throws Exception {
        PythonRuntime python = new GraalPyRuntime();
        python.enter();
        exec(python, """
                import atexit, sys, threading, time
                atexit.register(lambda: print('atexit'))
                """);
        bind(python, "leave", python.function("leave", (_, _) -> {
            System.exit(5);
            return python.fromJava(null);
        }));
        switch (args[0]) {
            case "return" -> exec(python, "sys.stdout.write('not flushed ')");
            case "callback" -> eval(python, "leave()");
            case "python-thread" -> {
                exec(python, "thread = threading.Thread(target=leave)\nthread.start()\nthread.ident + 0");
                Thread.sleep(60_000);
            }
            case "daemon" -> exec(python, "threading.Thread(target=time.sleep, args=(300,), daemon=True).start()");
            case "non-daemon" -> exec(python, """
                    def late():
                        time.sleep(0.5)
                        print('late')
                    threading.Thread(target=late).start()
                    """);
            case "busy" -> {
                exec(python, "def spin():\n  while True: pass");
                for (int i = 0; i < 3; i++) {
                    Thread.ofPlatform().daemon().start(() -> {
                        python.enter();
                        eval(python, "spin()");
                    });
                }
                Thread.sleep(300);
                System.exit(4);
            }
            case "java-in-atexit" -> {
                bind(python, "bye", python.function("bye", (_, _) -> {
                    System.out.println("java");
                    return python.fromJava(null);
                }));
                exec(python, "atexit.register(bye)");
            }
            case "afterwards" -> {
                // Hooks run at the same time: this one waits for the end of Python's.
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    for (int i = 0; i < 600; i++) {
                        try {
                            new GraalPyRuntime().enter();
                            Thread.sleep(50);
                        } catch (IllegalStateException e) {
                            System.out.println(e.getMessage());
                            return;
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                }));
            }
            case "_exit" -> exec(python, "import os\nos._exit(6)");
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
