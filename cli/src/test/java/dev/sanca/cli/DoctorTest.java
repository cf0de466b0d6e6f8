package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;

class DoctorTest {
    @Test
    void bundledPythonIsWell() throws Exception {
        Result result = new CommandLineRunner().sanca("doctor");
        assertThat(result.output())
                .contains("3.14.3, bundled with the program")
                .contains("libpython3.14.so.1.0")
                .containsPattern("count +proved")
                .contains("Nothing is wrong.");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void chosenOpaqueLayoutIsNotWrong() throws Exception {
        Result result = new CommandLineRunner().option("-Dsanca.layout=opaque").sanca("doctor");
        assertThat(result.output()).containsPattern("count +opaque").doesNotContain("proved");
        assertThat(result.output()).containsPattern("setting +-Dsanca.layout=opaque");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void brokenPathIsWrongAndSaysTheFix() throws Exception {
        Result result =
                new CommandLineRunner().with("SANCA_PYTHON", "/no/such/python").sanca("doctor");
        assertThat(result.output())
                .containsPattern("setting +SANCA_PYTHON=/no/such/python, in the environment")
                .contains("wrong: /no/such/python, named by SANCA_PYTHON, does not exist. Correct the path");
        assertThat(result.exitCode()).isOne();
    }
}
