package dev.sanca.graalpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same class files print the same, byte for byte, on CPython and on GraalPy. */
class SameClassFilesTest {
    @Test
    void theProgramPrintsTheSameOnBothRuntimes() throws Exception {
        String cpython = run("cpython");
        assertThat(cpython).startsWith("python").endsWith("the end\n").doesNotContain("Exception in thread");
        assertThat(run("graalpy")).isEqualTo(cpython);
    }

    @Test
    void bothRuntimesLiveInOneJvmAndKeepTheirReferencesApart() throws Exception {
        assertThat(run("both")).isEqualTo("""
                cpython and graalpy on one thread: 3, 7
                refused: true
                converted: [1, 2, 3]
                still alive: cpython graalpy
                """);
    }

    private static String run(String runtime) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dsanca.python=" + System.getProperty("sanca.python"),
                        "-Dsanca.runtime=" + (runtime.equals("both") ? "cpython" : runtime),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublicProgram.class.getName(),
                        runtime)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
