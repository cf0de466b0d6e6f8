package dev.sanca.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static String line(String testClass, Outcome outcome) {
        return new Line(testClass, "works", outcome, "").toString();
    }

    @Test
    void theTestThatWasRunningWhenItsJvmDiedHasFailed() {
        Results results = Results.parse(List.of(
                line("A", Outcome.STARTED),
                line("A", Outcome.PASSED),
                line("B", Outcome.STARTED),
                Line.died("the JVM ended with exit code 134"),
                line("C", Outcome.STARTED),
                line("C", Outcome.PASSED),
                Line.python("3.14.0"),
                Line.END));
        assertThat(results.tests())
                .containsExactly(
                        new Line("A", "works", Outcome.PASSED, ""),
                        new Line("B", "works", Outcome.FAILED, "the JVM ended with exit code 134"),
                        new Line("C", "works", Outcome.PASSED, ""));
        assertThat(results.testClasses()).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void aJvmThatDiesBetweenTestsIsAFailureOfTheLastClass() {
        Results results = Results.parse(List.of(line("A", Outcome.PASSED), Line.died("killed"), Line.END));
        assertThat(results.ending(Outcome.FAILED))
                .containsExactly(new Line("A", "leaves its JVM alive", Outcome.FAILED, "killed"));
    }

    @Test
    void aSuiteWithoutItsEndHasFailed() {
        Results results = Results.parse(List.of(line("A", Outcome.PASSED)));
        assertThat(results.ending(Outcome.FAILED)).extracting(Line::test).containsExactly("reaches its end");
    }
}
