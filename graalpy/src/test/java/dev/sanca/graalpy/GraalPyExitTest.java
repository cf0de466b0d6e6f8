package dev.sanca.graalpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a JVM ends that has used GraalPy. */
class GraalPyExitTest {
    private record Ended(int code, String output) {}

    @ParameterizedTest
    @CsvSource({
        "return,         0, not flushed atexit",
        "callback,       5, atexit",
        "python-thread,  5, atexit",
        "daemon,         0, atexit",
        "non-daemon,     0, late atexit",
        "busy,           4, atexit",
        "java-in-atexit, 0, java atexit",
        "afterwards,     0, atexit GraalPy cannot be used any more: it has ended with the JVM",
        "_exit,          6, ''"
    })
    void theEndIsSeen(String how, int code, String output) throws Exception {
        assertThat(run(how)).isEqualTo(new Ended(code, output));
    }

    private static Ended run(String how) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ExitProgram.class.getName(),
                how));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread killer = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) { // it has ended
            }
        });
        String output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        killer.interrupt();
        return new Ended(code, output.strip().replaceAll("\\s+", " "));
    }
}
