package dev.sanca.cli.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a Python of the machine that could be embedded, to run the tests on it as well. */
final class SystemPython {
    private static final String QUESTION = """
            import os, sys, sysconfig
            get = sysconfig.get_config_var
            library = os.path.join(get("LIBDIR") or "", get("INSTSONAME") or "none")
            if sys.version_info < (3, 10) or ".so" not in library or not os.path.exists(library): sys.exit(1)
            print(sys.executable)
            """;

    private SystemPython() {}

    /** Its executable: {@code python3} of the PATH, or else that of {@code /usr/bin}. */
    static Optional<String> find() throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> first = Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3"))
                .filter(Files::isExecutable)
                .findFirst();
        for (Path python : Stream.concat(first.stream(), Stream.of(Path.of("/usr/bin/python3")))
                .filter(Files::isExecutable)
                .toList()) {
            String answer = ask(python);
            if (!answer.isEmpty()) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private static String ask(Path python) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python.toString(), "-I", "-c", QUESTION)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? answer : "";
    }
}
