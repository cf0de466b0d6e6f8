package dev.sanca.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@ExtendWith(OwnershipExtension.class)
class KnownDifferenceTest {
    @Test
    void differenceAsDescribedIsReportedAndNoFailure() {
        assertThat(run(AsDescribed.class)).containsExactly("reported: it is so", "SUCCESSFUL");
    }

    @Test
    void otherFailureIsAFailure() {
        assertThat(run(Otherwise.class)).containsExactly("FAILED");
    }

    @Test
    void differenceThatIsGoneIsAFailure() {
        assertThat(run(Gone.class)).containsExactly("FAILED");
    }

    @Test
    void differenceOfAnotherPythonExcusesNothing() {
        assertThat(run(Elsewhere.class)).containsExactly("FAILED");
    }

    static final class AsDescribed {
        @Test
        @KnownDifference(
                on = {"cpython", "graalpy", "reflected"},
                failsWith = "the sign",
                why = "it is so")
        void fails() {
            throw new IllegalStateException("with the sign");
        }
    }

    static final class Otherwise {
        @Test
        @KnownDifference(
                on = {"cpython", "graalpy", "reflected"},
                failsWith = "the sign",
                why = "it is so")
        void fails() {
            throw new IllegalStateException("without it");
        }
    }

    @KnownDifference(
            on = {"cpython", "graalpy", "reflected"},
            failsWith = "the sign",
            why = "it is so")
    static final class Gone {
        @Test
        void passes() {}
    }

    static final class Elsewhere {
        @Test
        @KnownDifference(on = "another runtime", failsWith = "the sign", why = "it is so")
        void fails() {
            throw new IllegalStateException("with the sign");
        }
    }

    private static List<String> run(Class<?> testClass) {
        List<String> seen = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                seen.add("reported: " + entry.getKeyValuePairs().get(KnownDifferenceExtension.REPORT));
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    seen.add(result.getStatus().toString());
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        listener);
        return seen;
    }
}
