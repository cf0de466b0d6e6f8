package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Kotlin and Scala infer the types of {@code Python.attach} with a body. */
class OtherLanguagesTest {
    @Test
    void kotlin() throws Exception {
        Document part = Document.GETTING_STARTED.part("Kotlin");
        List<String> additions = part.blocks("xml");
        assertThat(additions).hasSize(2);
        String pom = FirstProgram.pomWith(FirstProgram.POM, "plugins", additions.getFirst());
        pom = FirstProgram.pomWith(pom, "dependencies", additions.getLast());
        pom = pom.replace("<argument>Hello</argument>", "<argument>HelloKt</argument>");

        String printed = new UserProject("kotlin")
                .file("pom.xml", pom)
                .file("src/main/kotlin/Hello.kt", part.block("kotlin"))
                .file("src/main/kotlin/Bodies.kt", BODIES)
                // The compiler's daemon would outlive the test.
                .maven(UserProject.MAVEN_3, "-Dkotlin.compiler.daemon=false", "compile", "exec:exec");

        assertThat(printed).contains(FirstProgram.OUTPUT);
    }

    /** What else takes a body. That it compiles is the test; a Kotlin that needs types would say so. */
    private static final String BODIES = """
            import dev.sanca.*
            import dev.sanca.spi.PythonRuntime
            import dev.sanca.types.*

            fun attached(): Py<PyDict> = Python.attach { py -> Py.of(py.dict()) }

            fun nothing() {
                Python.attach { py -> py.run("x = 1") }
            }

            fun known(runtime: PythonRuntime): Long = Python.attach(runtime) { py -> py.eval("1").asLong() }

            fun tried(runtime: PythonRuntime): Long =
                Python.tryAttach { py -> 1L }.orElse(0L) + Python.tryAttach(runtime) { py -> 1L }.orElse(0L)

            fun detached(py: Python): Int {
                py.detach { Thread.sleep(1) }
                return py.detach { 42 }
            }
            """;

    @Test
    void scala() throws Exception {
        Document part = Document.GETTING_STARTED.part("Scala");
        UserProject compiler = new UserProject("scalac").file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <groupId>scalac</groupId><artifactId>scalac</artifactId><version>1</version>
                <dependencies><dependency>
                <groupId>org.scala-lang</groupId><artifactId>scala3-compiler_3</artifactId><version>3.3.7</version>
                </dependency></dependencies></project>
                """);
        compiler.shell("mvn dependency:copy-dependencies -DoutputDirectory=lib");
        UserProject project = new UserProject("scala")
                .file("pom.xml", FirstProgram.pomWith(FirstProgram.POM, "dependencies", part.block("xml")))
                .file("Hello.scala", part.block("scala"))
                // What the script scalac of Scala's distribution does.
                .file(
                        "scalac",
                        "exec java -Dscala.usejavacp=true -cp '../scalac/lib/*' dotty.tools.dotc.Main \"$@\"\n");
        project.shell("mvn dependency:copy-dependencies -DoutputDirectory=lib");

        String printed = project.shell("scalac() { sh ./scalac \"$@\"; }\n" + part.block("sh"));

        assertThat(printed).endsWith(FirstProgram.OUTPUT);
    }
}
