package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, with a Maven that only says what it was asked, and a JDK that does so too, but for the
 * launcher's own Java.
 */
class LauncherTest {
    @TempDir
    Path directory;

    private Path project;
    private Path jdk;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(directory.resolve("a project"));
        Files.copy(Path.of("..", "sanca"), project.resolve("sanca"));
        copyLauncher();
        Files.writeString(project.resolve("pom.xml"), "");
        for (String module : List.of(
                "core", "bundle", "packages", "scripting", "cli", "examples", "graalpy", "benchmarks", "stress")) {
            Files.createDirectories(project.resolve(module + "/src/main/java"));
            Files.writeString(project.resolve(module + "/pom.xml"), "");
        }
        jdk = jdk("jdk", "25.0.3");
        tools = Files.createDirectories(directory.resolve("tools"));
        // What Maven would leave behind; and a line that tells that it ran.
        program(tools.resolve("mvn"), """
                echo maven "$@"
                for module in core bundle packages scripting cli examples graalpy benchmarks stress; do
                    mkdir -p "%1$s/$module/target/classes"
                    echo "%1$s/core/target/classes:%1$s/packages/target/classes:/lib/a jar/$module-linux-x86_64.jar" >"%1$s/$module/target/classpath"
                done
                """.formatted(project));
    }

    private void copyLauncher() throws IOException {
        Path sources = Path.of("src/launcher");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = project.resolve("cli").resolve(file.toString());
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve(name + "/bin")).getParent();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "");
        program(home.resolve("bin/java"), """
                for a; do
                    case $a in */Launcher.java) exec "%s/bin/java" "$@" ;; esac
                done
                for a; do echo "[$a]"; done
                read line && echo "$line"
                exit 42
                """.formatted(System.getProperty("java.home")));
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
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("HOME", directory.toString());
        return CommandLineRunner.run(command, environment);
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
                .contains("--module-path\n\"" + project + "/cli/target/classes:" + project + "/core/target/classes:"
                        + project + "/packages/target/classes\"\n")
                .contains("--class-path\n\"/lib/a jar/cli-linux-x86_64.jar\"\n");
    }

    @Test
    void graalPyIsBuiltAndThereForThoseWhoAskForIt() throws Exception {
        environment.put("SANCA_RUNTIME", "graalpy");
        Result result = sanca("demo", "x");
        assertThat(result.output())
                .contains(" -pl core,bundle,graalpy,scripting,examples -Pgraalpy ")
                .endsWith("examples-graalpy.args]\n[dev.sanca.examples.Demo]\n[x]\n");
        assertThat(project.resolve("target/sanca/examples-graalpy.args"))
                .content()
                .contains("--enable-native-access=dev.sanca,ALL-UNNAMED\n--sun-misc-unsafe-memory-access=allow\n")
                .contains(project + "/examples/target/classes:/lib/a jar/examples-linux-x86_64.jar:" + project
                        + "/graalpy/target/classes:/lib/a jar/graalpy-linux-x86_64.jar\"\n");
    }

    @Test
    void benchmarksKnowWhereTheyBelongAndWhatIsAsked() throws Exception {
        Result result = sanca("bench", "--peers", "--quick", "call-0");
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.output())
                .contains(" -pl core,bundle,benchmarks -Pbenchmarks ")
                .endsWith("benchmarks.args]\n[dev.sanca.benchmarks.Main]\n[--peers]\n[--quick]\n[call-0]\n");
        assertThat(project.resolve("target/sanca/benchmarks.args"))
                .content()
                .contains("\"-Dsanca.benchmarks.folder=" + project + "/benchmarks\"\n")
                .contains("--class-path\n\"" + project + "/benchmarks/target/classes:");
        assertThat(sanca("bench", "--runtimes").output())
                .contains(" -pl core,bundle,graalpy,benchmarks -Pgraalpy,benchmarks ")
                .endsWith("benchmarks-graalpy.args]\n[dev.sanca.benchmarks.Main]\n[--runtimes]\n");
    }

    @Test
    void longRunsHaveAHeapThatDoesNotGrow() throws Exception {
        Result result = sanca("soak", "--minutes", "60");
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.output())
                .contains(" -pl core,bundle,stress -Pstress ")
                .endsWith(
                        "stress.args]\n[-Xms256m]\n[-Xmx256m]\n[-XX:+AlwaysPreTouch]\n[dev.sanca.stress.Main]\n[soak]\n"
                                + "[--minutes]\n[60]\n");
    }

    @Test
    void testsAreMavensAndAllOfThemAreAskedForByOneOption() throws Exception {
        assertThat(sanca("test", "-Dtest=AnyTest").output())
                .isEqualTo("maven -B -f " + project + "/pom.xml verify -Dtest=AnyTest\n");
        program(tools.resolve("python3"), "echo /the/python\n");
        assertThat(sanca("test", "--all", "-q").output())
                .isEqualTo("maven -B -f " + project + "/pom.xml verify -Dall -Dsanca.test.system=/the/python -q\n");
    }

    @Test
    void conformanceReportKnowsTheProjectAndWhatIsAsked() throws Exception {
        Result result = sanca("conform", "3.14", "AttachTest");
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.output())
                .contains(" -Pmatrix,graalpy,conform -pl core,graalpy,conform test-compile ")
                .contains("[" + project + "/conform/target/classes]\n")
                .endsWith("[dev.sanca.conformance.Main]\n[" + project + "]\n[3.14]\n[AttachTest]\n");
    }

    @Test
    void classPathIsAllThatIsPrinted() throws Exception {
        sanca("doctor");
        assertThat(sanca("classpath").output())
                .isEqualTo(project + "/cli/target/classes:" + project + "/core/target/classes:" + project
                        + "/packages/target/classes:/lib/a jar/cli-linux-x86_64.jar\n");
    }

    @Test
    void withoutAHomeThatCanBeWrittenEverythingStaysInTheProject() throws Exception {
        environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=/dev/null/home");
        assertThat(sanca("demo").output())
                .contains(
                        "maven -B -f " + project + "/pom.xml -Dmaven.repo.local=" + project + "/target/repository -q ");
        assertThat(project.resolve("target/sanca/examples.args"))
                .content()
                .contains("\n\"-Dsanca.cache=" + project + "/target/cache\"\n");
    }

    @Test
    void theScriptNeedsNoVariableHome() throws Exception {
        Result result = CommandLineRunner.run(List.of("env", "-u", "HOME", "sh", project + "/sanca", "help"), Map.of());
        assertThat(result.output()).startsWith("usage: ./sanca COMMAND");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void projectThatWasMovedIsBuiltAgain() throws Exception {
        sanca("doctor");
        Path moved = Files.move(project, directory.resolve("moved"));
        project = moved;
        assertThat(sanca("doctor").output()).contains("maven ");
    }

    @Test
    void onlyWhatChangedIsBuilt() throws Exception {
        assertThat(sanca("doctor").output()).contains("maven -B -f " + project + "/pom.xml -q -Dquick -DskipTests ");
        assertThat(sanca("doctor").output()).doesNotContain("maven");
        Path source = Files.writeString(project.resolve("core/src/main/java/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(sanca("doctor").output()).contains("maven");
    }

    @Test
    void jdkThatIsTooOldIsPassedOver() throws Exception {
        jdk = jdk("old", "17.0.15");
        jdk(".jdks/young", "26-ea");
        program(tools.resolve("mvn"), "echo maven on $JAVA_HOME; exit 1\n");
        // The machine's own JDK, which runs this test, may come first; the old one must not be taken.
        assertThat(sanca("doctor").output()).contains("maven on ").doesNotContain("maven on " + jdk);
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
