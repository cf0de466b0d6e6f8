package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's program as one file, with nothing but {@code java}, JShell or JBang. */
class SingleFileTest {
    private static final List<String> COMMANDS =
            Document.GETTING_STARTED.part("A single file").blocks("sh");

    private static UserProject project;

    @BeforeAll
    static void fetchOnceAsTheDocumentSays() throws Exception {
        assertThat(COMMANDS).hasSize(2);
        project = FirstProgram.project("single-file").file("Hello.java", FirstProgram.SOURCE);
        project.shell(COMMANDS.getFirst());
    }

    @Test
    void javaRunsItByOneCommand() throws Exception {
        assertThat(project.shell(COMMANDS.getLast())).isEqualTo(FirstProgram.OUTPUT);
    }

    @Test
    void withoutTheOptionTheJvmNamesIt() throws Exception {
        String option = "--enable-native-access=ALL-UNNAMED";
        String command = COMMANDS.getLast().replace(option, "");

        assertThat(project.shell(command)).contains("Use " + option).endsWith(FirstProgram.OUTPUT);

        String refusing = command.replace("java ", "java --illegal-native-access=deny ");
        assertThat(project.run(List.of("sh", "-c", refusing), 1))
                .contains(
                        "PythonConfigException: Python cannot start, because the JVM refuses native access. Start it with "
                                + option);
    }

    @Test
    void jShellRunsIt() throws Exception {
        String jshell = Document.GETTING_STARTED.part("JShell").block("sh").strip();
        project.file("typed", "main()\n/exit\n");

        assertThat(project.shell(jshell + " - < typed"))
                .contains(FirstProgram.OUTPUT)
                .doesNotContain("rror");
    }

    /**
     * JBang is not in Maven Central, so this does what JBang does: it reads the lines of comments, resolves the dependencies
     * by Maven, compiles the file on the class path and runs it there.
     */
    @Test
    void jBangsClassPathIsEnough() throws Exception {
        String lines = Document.GETTING_STARTED.part("JBang").block("java");
        UserProject jbang = new UserProject("jbang").file("Hello.java", lines + FirstProgram.SOURCE);
        StringBuilder dependencies = new StringBuilder();
        for (String dependency : directive(lines, "DEPS")) {
            String[] parts = dependency.split(":");
            dependencies.append(
                    "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                            .formatted((Object[]) parts));
        }
        jbang.file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <groupId>jbang</groupId><artifactId>jbang</artifactId><version>1</version>
                <dependencies>%s</dependencies></project>
                """.formatted(dependencies));
        jbang.shell("mvn dependency:build-classpath -Dmdep.outputFile=classpath");
        List<String> run = new ArrayList<>(List.of("java"));
        run.addAll(directive(lines, "RUNTIME_OPTIONS"));

        String printed =
                jbang.shell("javac --release " + directive(lines, "JAVA").getFirst()
                        + " -d classes -cp \"$(cat classpath)\" Hello.java\n"
                        + String.join(" ", run) + " -cp \"classes:$(cat classpath)\" Hello");

        assertThat(printed).isEqualTo(FirstProgram.OUTPUT);
    }

    private static List<String> directive(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith("//" + name + " "))
                .flatMap(line -> List.of(line.split(" ")).stream().skip(1))
                .toList();
    }
}
