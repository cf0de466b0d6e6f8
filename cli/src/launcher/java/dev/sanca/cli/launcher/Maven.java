package dev.sanca.cli.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Maven, on the project and on the JDK that the script found and named in JAVA_HOME.
 *
 * @param root the project
 */
record Maven(Path root) {
    /** Maven's own libraries use what JDK 24 and later warn of; the warnings are not about this project. */
    private static final String OPTIONS = "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ";

    /** Runs it with these arguments and returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        return Child.run(builder(arguments).inheritIO());
    }

    /** Builds quietly, with the output on stderr, and fails if Maven does. */
    void build(List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-q", "-Dquick"));
        all.addAll(arguments);
        ProcessBuilder builder =
                builder(all).redirectInput(new File("/dev/null")).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (Child.run(builder) != 0) {
            throw new Failure("the build failed; see above");
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        if (!isOnThePath()) {
            throw new Failure("""
                    something must be built, and there is no Maven. Install Maven 3.8 or later
                    (apt install maven, brew install maven, sdk install maven, or https://maven.apache.org) so that mvn is on the PATH.""");
        }
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-f", root.resolve("pom.xml").toString()));
        if (!Home.isWritable()) {
            command.add("-Dmaven.repo.local=" + root.resolve("target/repository"));
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.merge("MAVEN_OPTS", OPTIONS, (users, ours) -> ours + users);
        return builder;
    }

    private static boolean isOnThePath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
    }
}
