package dev.sanca.cli.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the conformance report: compiles the core's tests and the report, which starts a JVM for each Python.
 *
 * @param root the project
 * @param maven builds it
 */
record Conformance(Path root, Maven maven) {
    int run(List<String> arguments) throws IOException, InterruptedException {
        maven.build(List.of(
                "-Pmatrix,graalpy,conform",
                "-pl",
                "core,graalpy,conform",
                "test-compile",
                "dependency:build-classpath",
                "-DincludeScope=test",
                "-Dmdep.outputFile=target/test-classpath"));
        List<String> command = new ArrayList<>();
        command.add(Launcher.java().toString());
        command.addAll(List.of("-cp", root.resolve("conform/target/classes").toString()));
        command.addAll(List.of("dev.sanca.conformance.Main", root.toString()));
        command.addAll(arguments);
        return Child.run(new ProcessBuilder(command).inheritIO());
    }
}
