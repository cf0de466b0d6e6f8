package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, with a JDK and a Maven that only say what they were asked. */
class LauncherTest {
    @TempDir
    Path directory;

    private Path project;
    private Path jdk;
    private Path tools;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(directory.resolve("a project"));
        Files.copy(Path.of("..", "sanca"), project.resolve("sanca"));
        Files.writeString(project.resolve("pom.xml"), "");
        for (String module : List.of("core", "bundle", "cli", "benchmarks")) {
            Files.createDirectories(project.resolve(module + "/src/main/java"));
            Files.writeString(project.resolve(module + "/pom.xml"), "");
        }
        jdk = jdk("jdk", "25.0.3");
        tools = Files.createDirectories(directory.resolve("tools"));
        // What Maven would leave behind; and a line that tells that it ran.
        program(tools.resolve("mvn"), """
                echo maven $JAVA_HOME >&2
                for module in core bundle cli benchmarks; do
                    mkdir -p "%1$s/$module/target/classes"
                    echo "%1$s/core/target/classes:/lib/a jar/numpy-linux-x86_64.jar" >"%1$s/$module/target/classpath"
                done
                """.formatted(project));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve(name + "/bin")).getParent();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "");
        program(home.resolve("bin/java"), "for a; do echo \"[$a]\"; done\nread line && echo \"$line\"\nexit 42\n");
        return home;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result sanca(Object... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", project.resolve("sanca").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return CommandLineRunner.run(
                command,
                Map.of("JAVA_HOME", jdk.toString(), "PATH", tools + ":/usr/bin:/bin", "HOME", directory.toString()));
    }

    @Test
    void scriptIsRunWithItsArgumentsAndExitCode() throws Exception {
        Path script = Files.writeString(directory.resolve("the script.py"), "");
        Result result = sanca("run", script, "a b", "-x", "");
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.output())
                .endsWith("[-m]\n[dev.sanca.cli/dev.sanca.cli.Main]\n[run]\n[" + script + "]\n[a b]\n[-x]\n[]\n");
    }

    @Test
    void javaFileGoesToTheSourceLauncher() throws Exception {
        Path program = Files.writeString(directory.resolve("Hello.java"), "");
        Result result = sanca("run", program, "a b");
        assertThat(result.output()).endsWith("cli.args]\n[" + program + "]\n[a b]\n");
        assertThat(project.resolve("target/sanca/cli.args"))
                .content()
                .contains("--enable-native-access=dev.sanca\n")
                .contains("--module-path\n\"" + project + "/cli/target/classes:" + project + "/core/target/classes\"\n")
                .contains("--class-path\n\"/lib/a jar/numpy-linux-x86_64.jar\"\n");
    }

    @Test
    void benchmarksKnowWhereTheyBelongAndWhatIsAsked() throws Exception {
        Result result = sanca("bench", "--peers", "--quick", "call-0");
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.output())
                .contains("[-Dsanca.benchmarks.folder=" + project + "/benchmarks]\n")
                .contains("[-cp]\n[" + project + "/benchmarks/target/classes:")
                .endsWith("[dev.sanca.benchmarks.Main]\n[--peers]\n[--quick]\n[call-0]\n");
    }

    @Test
    void onlyWhatChangedIsBuilt() throws Exception {
        assertThat(sanca("doctor").output()).contains("maven " + jdk);
        assertThat(sanca("doctor").output()).doesNotContain("maven");
        Path source = Files.writeString(project.resolve("core/src/main/java/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(sanca("doctor").output()).contains("maven");
    }

    @Test
    void jdkThatIsTooOldIsPassedOver() throws Exception {
        jdk = jdk("old", "17.0.15");
        jdk(".jdks/young", "26-ea");
        // The machine's own JDK, which runs this test, may come first; the old one must not be taken.
        assertThat(sanca("doctor").output()).contains("maven ").doesNotContain("maven " + jdk);
    }

    @Test
    void mistakesAreNamed() throws Exception {
        assertThat(sanca("run", "/no/such.py"))
                .isEqualTo(new Result(
                        1, "sanca: /no/such.py cannot be read. Name a FILE.java or a FILE.py, then its arguments.\n"));
        Result unknown = sanca("bogus");
        assertThat(unknown.exitCode()).isOne();
        assertThat(unknown.output()).endsWith("sanca: there is no command 'bogus'\n");
        assertThat(sanca("help").exitCode()).isZero();
    }

    @Test
    void failedBuildEndsWithTheBuildsMessage() throws Exception {
        program(tools.resolve("mvn"), "echo no such thing >&2; exit 1\n");
        Result result = sanca("doctor");
        assertThat(result.exitCode()).isOne();
        assertThat(result.output()).isEqualTo("no such thing\nsanca: the build failed; see above\n");
    }
}
