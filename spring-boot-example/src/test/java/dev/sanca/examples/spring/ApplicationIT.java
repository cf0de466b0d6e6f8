package dev.sanca.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The executable jar over HTTP. The JVM denies native access to everybody whom the jar's manifest does not name, and the
 * bundled Python is unpacked from the nested jars.
 */
class ApplicationIT {
    private static final List<String> DENY = List.of("--illegal-native-access=deny");

    /** For all tests, so that Python is unpacked once: by the first of them. */
    @TempDir
    static Path cache;

    @TempDir
    Path directory;

    private RunningApplication start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--sanca.python.cache=" + cache);
        return RunningApplication.start(directory.resolve("log"), DENY, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pythonAnswersOnEitherKindOfThread(boolean virtual) throws Exception {
        try (RunningApplication service = start("--spring.threads.virtual.enabled=" + virtual)) {
            assertThat(service.get("/mean?of=1&of=2&of=4")).startsWith("2.333");
            assertThat(service.post("/solve", "{\"matrix\": [[2, 1], [1, 3]], \"right\": [3, 5]}"))
                    .matches("\\[0\\.(8|79999).*,1\\.(4|39999).*]");

            List<CompletableFuture<String>> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                waiting.add(service.getLater("/wait?seconds=0.2"));
            }
            assertThat(waiting)
                    .allSatisfy(answer ->
                            assertThat(answer.get(1, TimeUnit.MINUTES)).contains("\"virtual\":" + virtual));

            assertThat(service.get("/actuator/health"))
                    .contains("\"python\":{\"details\":{\"version\":\"3.14.3\",\"executable\":\"" + cache)
                    .endsWith("\"status\":\"UP\"}");
            assertThat(service.get("/actuator/metrics")).contains("sanca.threads", "sanca.pool.pending");
            assertThat(service.get("/actuator/metrics/sanca.call?tag=outcome:success"))
                    .containsPattern("\"COUNT\",\"value\":11\\.0"); // and one of the bean Farewell
            assertThat(service.get("/actuator/metrics/sanca.attach"))
                    .containsPattern("\"COUNT\",\"value\":11\\.0")
                    .containsPattern("\"MAX\",\"value\":");
            assertThat(service.get("/actuator/metrics/sanca.attaches")).containsPattern("\"value\":[1-9]");
            assertThat(service.get("/actuator/metrics/sanca.references.live")).contains("\"detached\"", "\"bound\"");

            service.terminate();
            assertThat(service.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void requestIsFinishedBeforePythonEnds() throws Exception {
        try (RunningApplication service = start()) {
            CompletableFuture<String> request = service.getLater("/wait?seconds=3");
            while (!service.get("/actuator/metrics/http.server.requests.active")
                    .contains("\"ACTIVE_TASKS\",\"value\":2")) {
                Thread.sleep(20);
            }
            service.terminate();
            assertThat(request.get(1, TimeUnit.MINUTES)).contains("\"waited\":3.0");
            assertThat(service.exitCode()).isEqualTo(143);
            assertThat(service.output())
                    .containsSubsequence(
                            "Graceful shutdown complete", "the bean ends, and Python answers 42", "Python ends")
                    .doesNotContain("hs_err", "Exception");
        }
    }

    @Test
    void pythonThatCannotBeUsedIsNamedAtTheStart() throws Exception {
        try (RunningApplication service = start("--sanca.python.executable=/nowhere/python3")) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Python cannot be started: /nowhere/python3, named by PythonConfig, does not exist")
                    .contains("sanca.python.executable");
        }
    }

    @Test
    void packageThatIsMissingIsNamedAtTheStart() throws Exception {
        try (RunningApplication service = start("--sanca.packages.imports=no_such_package")) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output())
                    .contains("The Python module 'no_such_package', which sanca.packages.imports names")
                    .contains("ModuleNotFoundError");
        }
    }

    /** As the container files do: Python is unpacked beforehand, and the program unpacks nothing more. */
    @Test
    void extractedJarUsesWhatWasUnpackedBeforehand() throws Exception {
        Path extracted = directory.resolve("extracted");
        Path python = directory.resolve("python");
        String jar = System.getProperty("example.jar");
        java("-Djarmode=tools", "-jar", jar, "extract", "--destination", extracted.toString());
        java("-cp", extracted + "/lib/*", "dev.sanca.bundle.MavenCentralPython", python.toString());
        List<String> before = names(python);
        String output = java(
                "--illegal-native-access=deny",
                "-Dsanca.cache=" + python,
                "-jar",
                extracted.resolve(Path.of(jar).toFile().getName()).toString(),
                "--spring.main.web-application-type=none");
        assertThat(output).contains("Python 3.14.3 is started", "Python ends");
        assertThat(names(python)).isEqualTo(before).anyMatch(name -> name.startsWith("numpy-"));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.toFile().getName()).sorted().toList();
        }
    }

    /** Runs it to its end, which must be exit code 0, and returns its output. */
    private String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().keySet().removeAll(List.of("SANCA_PYTHON", "VIRTUAL_ENV", "SANCA_RUNTIME"));
        int exitCode = builder.start().waitFor();
        String output = Files.readString(directory.resolve("log"));
        assertThat(exitCode).as(output).isZero();
        return output;
    }
}
