package dev.sanca.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a command in a JVM of its own, with everything on the class path. */
final class CommandLineRunner {
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private String before = "";

    /** What a process left. */
    record Result(int exitCode, String output) {}

    CommandLineRunner with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a directory before everything else on the class path. */
    CommandLineRunner classPath(Path directory) {
        before = directory + File.pathSeparator;
        return this;
    }

    CommandLineRunner option(String option) {
        options.add(option);
        return this;
    }

    Result sanca(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--illegal-native-access=deny");
        command.add("-XX:ErrorFile=target/hs_err_%p.log");
        command.add("-Dsanca.cache=" + Path.of("target", "cache").toAbsolutePath());
        command.addAll(options);
        command.addAll(List.of("-cp", before + classPath(), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(command, environment);
    }

    static Result run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("VIRTUAL_ENV", "SANCA_PYTHON", "JAVA_TOOL_OPTIONS", "PYTHONPATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "classes").toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
    }
}
