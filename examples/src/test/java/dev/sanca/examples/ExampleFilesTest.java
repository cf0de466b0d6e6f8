package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The single-file programs run as {@code ./sanca run} runs them. */
class ExampleFilesTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("Hello.java", "the mean is 2.3333333333333335\n"),
                Arguments.of("Functions.java", """
                        ['a', 'is', 'snake', 'python']
                        Python caught: not that one
                        Java caught the same object: true
                        """),
                Arguments.of("Output.java", """
                        no file
                        to a writer
                        grün: ['--month', '2026-11']
                        """),
                Arguments.of("Threads.java", """
                        100 squares, the last is 9801
                        another thread says 42
                        """));
    }

    @ParameterizedTest
    @MethodSource("files")
    void printsWhatItSays(String file, String output) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=dev.sanca",
                        "-Dstdout.encoding=UTF-8",
                        "--add-modules=dev.sanca",
                        "--module-path",
                        System.getProperty("jdk.module.path", ""),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        Path.of(file).toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).isEqualTo(output);
        assertThat(java.waitFor()).isZero();
    }
}
