package dev.sanca.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @Test
    void extractedJarHasItsPythonToo() throws Exception {
        Path extracted = directory.resolve("extracted");
        Process extract = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        System.getProperty("example.jar"),
                        "extract",
                        "--destination",
                        extracted.toString())
                .inheritIO()
                .start();
        assertThat(extract.waitFor()).isZero();
        assertThat(extracted.resolve("lib")).isDirectory();
        String name = Path.of(System.getProperty("example.jar")).toFile().getName();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--illegal-native-access=deny",
                        "-jar",
                        extracted.resolve(name).toString(),
                        "--server.port=0",
                        "--spring.main.web-application-type=none",
                        "--sanca.python.cache=" + cache)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("log")))
                .isZero();
        assertThat(Files.readString(directory.resolve("log"))).contains("Python 3.14.3 is started", "Python ends");
    }
}
