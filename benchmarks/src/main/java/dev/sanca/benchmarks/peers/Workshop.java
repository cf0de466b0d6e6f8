package dev.sanca.benchmarks.peers;

import dev.sanca.benchmarks.Machine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where systems are fetched and built: {@code target/peers}, by the files in {@code benchmarks/peers}. */
final class Workshop {
    private static final int MINUTES = 15;
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    private final Path project;
    private final Path home;
    private final PeerPython python;
    private final Path jdk = Path.of(System.getProperty("java.home"));

    /** Makes the virtual environment that all systems with CPython share, with NumPy in it. */
    Workshop(Path project, String givenPython) throws Unavailable, IOException {
        this.project = project;
        home = Files.createDirectories(project.resolve("target/peers"));
        Files.createDirectories(home.resolve("logs"));
        python = PeerPython.find(givenPython);
        if (!Files.exists(venv().resolve("bin/pip"))) {
            run("venv", Map.of(), python.executable().toString(), "-m", "venv", "--clear", venv().toString());
        }
        pip("install", "python", "-r", source("python/requirements.txt").toString());
    }

    PeerPython python() {
        return python;
    }

    Path venv() {
        return home.resolve("venv");
    }

    /** Where pip installs to. */
    Path sitePackages() {
        return venv().resolve("lib/python3.11/site-packages");
    }

    /** A file of the project. */
    Path source(String name) {
        return project.resolve("benchmarks/peers").resolve(name);
    }

    Path project(String name) {
        return project.resolve(name);
    }

    /** A file of the workshop. */
    Path made(String name) {
        return home.resolve(name);
    }

    String java() {
        return jdk.resolve("bin/java").toString();
    }

    /** Runs a command of pip, such as {@code install}. */
    void pip(String command, String name, String... arguments) throws Unavailable {
        List<String> words = new ArrayList<>(List.of(venv().resolve("bin/pip").toString(), command, "-q"));
        words.addAll(Arrays.asList(arguments));
        run("pip-" + command + "-" + name, Map.of("JAVA_HOME", jdk.toString()), words.toArray(String[]::new));
    }

    /** The jars that a Maven project depends on, as entries of a class path. */
    List<Path> jars(String name) throws Unavailable, IOException {
        Path pom = source(name + "/pom.xml");
        Path jars = made("jars/" + name);
        Path stamp = jars.resolve("pom.xml");
        if (!Files.exists(stamp) || Files.mismatch(stamp, pom) >= 0) {
            Files.createDirectories(jars);
            run(
                    "maven-" + name,
                    Map.of("JAVA_HOME", jdk.toString()),
                    IS_WINDOWS ? "mvn.cmd" : "mvn",
                    "-B",
                    "-q",
                    "-f",
                    pom.toString(),
                    "dependency:copy-dependencies",
                    "-DoutputDirectory=" + jars,
                    "-DincludeScope=runtime");
            Files.copy(pom, stamp);
        }
        return filesIn(jars, ".jar");
    }

    static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Compiles Java sources of a system, together with what they all share; the class path to run them with. */
    String compile(String name, List<Path> classpath, Path source) throws Unavailable {
        Path classes = made("classes/" + name);
        String path = path(classpath);
        compileTo(classes, name, path, List.of(source("java/Peer.java"), source));
        Path jar = jar(name + "-peer", classes);
        return path.isEmpty() ? jar.toString() : jar + File.pathSeparator + path;
    }

    /** The jar of a folder of classes. */
    Path jar(String name, Path classes) throws Unavailable {
        Path jar = made("jars/" + name + ".jar");
        String tool = jdk.resolve("bin/jar").toString();
        run("jar-" + name, Map.of(), tool, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    /** A program of Java's that calls C, as the README advises for any such: where there is AVX-512, Java keeps to less. */
    Command withoutAvx512(Command program) {
        return Machine.hasAvx512() ? program.withOption("-XX:UseAVX=2") : program;
    }

    /**
     * A program of Java's as one starts what soon ends: with the simple compiler and collector, and with the JDK's cache of its
     * classes, which takes jars only; without the cache if there can be none.
     */
    Command quickStart(String name, Command program) throws IOException {
        Command simple = program.withOption("-XX:TieredStopAtLevel=1").withOption("-XX:+UseSerialGC");
        Path cache = made("aot/" + name + ".aot");
        Files.createDirectories(cache.getParent());
        Files.deleteIfExists(cache);
        Command training = simple.withOption("-XX:AOTCacheOutput=" + cache).with("start");
        try {
            run("aot-" + name, training.environment(), training.words().toArray(String[]::new));
        } catch (Unavailable e) {
            return simple;
        }
        return Files.exists(cache) ? simple.withOption("-XX:AOTCache=" + cache) : simple;
    }

    void compileTo(Path classes, String name, String classpath, List<Path> sources) throws Unavailable {
        List<String> command = new ArrayList<>(
                List.of(jdk.resolve("bin/javac").toString(), "-nowarn", "-d", classes.toString(), "-cp", classpath));
        sources.forEach(source -> command.add(source.toString()));
        run("javac-" + name, Map.of(), command.toArray(String[]::new));
    }

    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** How a program of a system is started: in the virtual environment, and with what Python is to run. */
    Command command(String name, String... words) {
        Map<String, String> environment = new HashMap<>();
        String binaries = venv().resolve("bin").toString();
        environment.put("PATH", binaries + File.pathSeparator + System.getenv("PATH"));
        environment.put("VIRTUAL_ENV", venv().toString());
        environment.put("PYTHONPATH", source("python").toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("LD_LIBRARY_PATH", python.libraries().toString());
        return new Command(List.of(words), environment, made("logs/" + name + ".log"));
    }

    /** Runs one step of building. */
    void run(String step, Map<String, String> environment, String... words) throws Unavailable {
        Path log = made("logs/" + step + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.directory(home.toFile());
            Process process = builder.redirectOutput(log.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new Unavailable("%s took more than %d minutes".formatted(step, MINUTES));
            }
            if (process.exitValue() != 0) {
                throw new Unavailable("%s failed: %s".formatted(step, lastLine(log)));
            }
        } catch (IOException e) {
            throw new Unavailable("%s: %s cannot be run".formatted(step, words[0]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "nothing was said" : lines.getLast().strip();
    }
}
