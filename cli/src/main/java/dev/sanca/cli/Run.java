package dev.sanca.cli;

import dev.sanca.Python;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Python script in the embedded Python, as {@code python script.py} would. */
@Command(name = "run", description = "Run a Python script in the embedded Python.", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCRIPT ARGUMENTS",
            arity = "1..*",
            description = "the script, and what it finds in sys.argv")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException {
        String source = resource("run_script.py");
        return Python.attach(py -> {
            var runner = py.moduleFromCode(source, "sanca/run_script.py", "_sanca_run_script");
            return runner.callMethod(
                            "run",
                            command.getFirst(),
                            py.tuple(command.subList(1, command.size()).toArray()))
                    .asInt();
        });
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Run.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
