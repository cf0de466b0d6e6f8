package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says beyond what is run: nothing that no test reads, and a file for Gradle that says what that for Maven says. */
class GettingStartedTest {
    private static final Pattern COORDINATES = Pattern.compile("\"(dev\\.sanca:[^\"]+)\"");

    @Test
    void everyPartWithCodeIsTested() {
        assertThat(Document.GETTING_STARTED.headingsWithCode())
                .containsExactly("A project with module-info", "A single file", "JShell", "JBang", "Kotlin", "Scala");
    }

    @Test
    void theProgramOfAModuleIsTheReadmes() {
        String body = "double mean = statistics.callMethod(\"mean\", List.of(1, 2, 4)).asDouble();";
        assertThat(FirstProgram.SOURCE).contains(body);
        assertThat(Document.GETTING_STARTED.part("A project with module-info").text())
                .contains(body);
    }

    /** Gradle is in no registry that the build uses; so its file is compared with the one that is run. */
    @Test
    void gradlesFileAsksForWhatMavensFileAsksFor() {
        String gradle = Document.README.part("In your build").block("kotlin");
        assertThat(COORDINATES.matcher(gradle).results().map(found -> found.group(1)))
                .containsExactly(
                        "dev.sanca:sanca-bom:" + UsersRepository.VERSION, "dev.sanca:sanca", "dev.sanca:sanca-cpython");
        for (String artifact : List.of("sanca-bom", "sanca", "sanca-cpython")) {
            assertThat(FirstProgram.POM).contains("<artifactId>" + artifact + "</artifactId>");
        }
        assertThat(FirstProgram.POM)
                .contains("<version>" + UsersRepository.VERSION + "</version>")
                .contains("<argument>--enable-native-access=ALL-UNNAMED</argument>", "<argument>Hello</argument>")
                .contains("<maven.compiler.target>25<");
        assertThat(gradle)
                .contains("runtimeOnly(\"dev.sanca:sanca-cpython\")", "mainClass = \"Hello\"")
                .contains("listOf(\"--enable-native-access=ALL-UNNAMED\")", "JavaLanguageVersion.of(25)");
    }
}
