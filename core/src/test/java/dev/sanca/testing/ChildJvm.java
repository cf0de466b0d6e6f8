package dev.sanca.testing;

import dev.sanca.programs.ReflectedProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own for a test that may end, crash or fill one: runs a class's {@code main} with this JVM's modules and
 * with its {@code sanca.*} properties. Never hangs: past its time the process is killed, which fails the test.
 */
public final class ChildJvm {
    /** How it ended: its exit code and what it printed on both streams. */
    public record Result(int exitCode, String output) {
        /** The output, if the exit code is 0. */
        public String orFail() {
            if (exitCode != 0) {
                throw new AssertionError("the JVM ended with exit code " + exitCode + ":\n" + output);
            }
            return output;
        }
    }

    private final Class<?> main;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, Optional<String>> environment = new HashMap<>();
    private String classPath = System.getProperty("java.class.path");
    private Duration timeout = Duration.ofSeconds(60);

    private ChildJvm(Class<?> main) {
        this.main = main;
    }

    /** Will run this class. */
    public static ChildJvm of(Class<?> main) {
        return new ChildJvm(main);
    }

    /** With options of the JVM, such as {@code -Xmx64m}. */
    public ChildJvm options(String... more) {
        Collections.addAll(options, more);
        return this;
    }

    /** With arguments for {@code main}. */
    public ChildJvm arguments(String... more) {
        Collections.addAll(arguments, more);
        return this;
    }

    /** With an environment variable. */
    public ChildJvm with(String variable, String value) {
        environment.put(variable, Optional.of(value));
        return this;
    }

    /** Without environment variables that this JVM may have. */
    public ChildJvm without(String... variables) {
        for (String variable : variables) {
            environment.put(variable, Optional.empty());
        }
        return this;
    }

    /** With a further directory or jar on the class path. */
    public ChildJvm classPath(Path entry) {
        classPath = classPath.isEmpty() ? entry.toString() : classPath + File.pathSeparator + entry;
        return this;
    }

    /** Killed after this time; 60 seconds unless told. */
    public ChildJvm timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Runs it to its end. */
    public Result run() {
        try {
            Path output = Files.createTempFile("child-jvm", ".txt");
            try {
                return run(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result run(Path output) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
        environment.forEach((name, value) -> value.ifPresentOrElse(
                text -> builder.environment().put(name, text),
                () -> builder.environment().remove(name)));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("the JVM did not end within " + timeout + ":\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError(e);
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Collections.addAll(command, "--enable-native-access=dev.sanca", "--illegal-native-access=deny");
        Collections.addAll(command, "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/stderr", "-Xshare:auto");
        Collections.addAll(command, "--module-path", Objects.requireNonNull(System.getProperty("jdk.module.path")));
        Collections.addAll(command, "--add-modules", "dev.sanca", "--patch-module", "dev.sanca=" + testClasses());
        Collections.addAll(command, "--add-reads", "dev.sanca=ALL-UNNAMED");
        Collections.addAll(command, "--class-path", classPath);
        System.getProperties().forEach((key, value) -> {
            if (key.toString().startsWith("sanca.")) {
                command.add("-D" + key + "=" + value);
            }
        });
        if ("graalpy".equals(System.getProperty("sanca.runtime"))) { // Truffle uses what JDK 24 and later warn of
            Collections.addAll(command, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        if (ReflectedRuntime.NAME.equals(System.getProperty("sanca.runtime"))) {
            command.add(ReflectedProgram.class.getName());
        }
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The folder that this class was compiled into. */
    public static Path testClasses() {
        String file = ChildJvm.class.getSimpleName() + ".class";
        try {
            URI uri = Objects.requireNonNull(ChildJvm.class.getResource(file)).toURI();
            Path folder = Path.of(uri).getParent();
            for (String ignored : ChildJvm.class.getPackageName().split("\\.")) {
                folder = folder.getParent();
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
