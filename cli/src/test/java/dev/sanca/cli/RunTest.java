package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    Path directory;

    private Result run(String script, Object... arguments) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("the script.py"), script);
        Object[] all = new Object[arguments.length + 2];
        all[0] = "run";
        all[1] = file;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLineRunner().sanca(all);
    }

    @Test
    void scriptSeesWhatPythonWouldShowIt() throws Exception {
        Files.writeString(directory.resolve("neighbour.py"), "x = 1\n");
        Result result = run("""
                import sys, neighbour
                print(__name__, sys.argv[1:], __file__ == sys.argv[0])
                import __main__
                print(__main__.neighbour.x)
                """, "a b", "-c", "--help");
        assertThat(result.output()).isEqualTo("__main__ ['a b', '-c', '--help'] True\n1\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void exitCodeIsThatOfTheScript() throws Exception {
        assertThat(run("import sys; sys.exit(7)")).isEqualTo(new Result(7, ""));
        assertThat(run("import sys; sys.exit()")).isEqualTo(new Result(0, ""));
        assertThat(run("import sys; sys.exit('why')")).isEqualTo(new Result(1, "why\n"));
    }

    @Test
    void tracebackShowsTheScriptAlone() throws Exception {
        Result result = run("def f():\n    raise ValueError('what')\nf()\n");
        assertThat(result.exitCode()).isOne();
        assertThat(result.output())
                .startsWith("Traceback (most recent call last):\n  File \"" + directory.resolve("the script.py")
                        + "\", line 3, in <module>")
                .endsWith("ValueError: what\n")
                .doesNotContain("run_script");
    }

    @Test
    void syntaxErrorIsShown() throws Exception {
        Result result = run("def f(:\n");
        assertThat(result.exitCode()).isOne();
        assertThat(result.output()).contains("SyntaxError").doesNotContain("run_script");
    }

    @Test
    void threadsAreWaitedForAndExitFunctionsRun() throws Exception {
        Result result = run("""
                import atexit, threading, time
                atexit.register(print, 'at exit')
                threading.Thread(target=lambda: (time.sleep(0.3), print('thread'))).start()
                print('main')
                """);
        assertThat(result).isEqualTo(new Result(0, "main\nthread\nat exit\n"));
    }

    @Test
    void numPyAndMultiprocessingWork() throws Exception {
        Result result = run("""
                import multiprocessing, numpy
                def double(x):
                    return int(numpy.multiply(x, 2))
                if __name__ == '__main__':
                    with multiprocessing.get_context('spawn').Pool(1) as pool:
                        print(pool.map(double, [1, 2]))
                """);
        assertThat(result).isEqualTo(new Result(0, "[2, 4]\n"));
    }
}
