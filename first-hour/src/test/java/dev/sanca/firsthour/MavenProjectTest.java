package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's program in a project of Maven, with the plugins that each Maven has by itself. */
class MavenProjectTest {
    private static final Document MODULES = Document.GETTING_STARTED.part("A project with module-info");

    /** In the JVM's warning of native access that was not granted; Maven 3.8 has a warning of its own. */
    private static final String WARNED = "has been called by dev.sanca";

    private static String home(int maven) {
        return maven == 3 ? UserProject.MAVEN_3 : UserProject.MAVEN_4;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theProgramRunsWithoutModuleInfo(int maven) throws Exception {
        String printed = FirstProgram.project("plain-" + maven)
                .file("src/main/java/Hello.java", FirstProgram.SOURCE)
                .maven(home(maven), "compile", "exec:exec");

        assertThat(printed).contains(FirstProgram.OUTPUT).doesNotContain(WARNED);
        assertThat(UserProject.CACHE).as("the cache of the bundled Python").isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theProgramRunsBesideModuleInfo(int maven) throws Exception {
        String printed = moduleProject("module-" + maven)
                .file("src/main/java/Hello.java", FirstProgram.SOURCE)
                .maven(home(maven), "compile", "exec:exec");

        assertThat(printed).contains(FirstProgram.OUTPUT).doesNotContain(WARNED);
    }

    @Test
    void aProgramOfAModuleRunsOnTheModulePath() throws Exception {
        String printed = moduleProject("module-path")
                .file("src/main/java/hello/Main.java", MODULES.blocks("java").getLast())
                .shell(MODULES.block("sh"));

        assertThat(printed).endsWith(FirstProgram.OUTPUT).doesNotContain(WARNED);
    }

    private static UserProject moduleProject(String name) throws Exception {
        List<String> java = MODULES.blocks("java");
        assertThat(java).hasSize(2);
        return new UserProject(name)
                .file("pom.xml", FirstProgram.pomWith(FirstProgram.POM, "plugins", MODULES.block("xml")))
                .file("src/main/java/module-info.java", java.getFirst());
    }
}
