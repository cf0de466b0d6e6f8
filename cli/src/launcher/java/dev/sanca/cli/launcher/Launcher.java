package dev.sanca.cli.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code ./sanca} does beyond finding a JDK and starting a program that is built: it builds what changed, and runs the
 * commands of a developer.
 *
 * <p>The script starts this class from its source, by {@code java Launcher.java}. So it needs nothing that must be built
 * first, it uses the JDK only, and no build replaces its classes while they run. It is no part of the artifact
 * {@code sanca-cli}, whose users have no project to build.
 */
final class Launcher {
    private static final String USAGE = """
            usage: ./sanca COMMAND

              demo                      the main job: NumPy from Java on real data, with a chart
              run FILE.java [args]      compile and run a single-file Java program with Sanca and the bundled Python
              run FILE.py [args]        run a Python script in the embedded Python
              pip ARGUMENTS             run pip for the Python that run uses: ./sanca pip install pandas
              python ARGUMENTS          run that Python itself: -m MODULE, -c CODE, a file, or nothing for its prompt
              packages COMMAND          lock the Python packages of an application and put them into its jar, without Maven
              classpath                 print the class path for an IDE or another build
              doctor                    say which Python is used and why, and what is wrong with it
              test [maven args]         build and check the sources, and run the tests on the bundled Python
              test --all [maven args]   everything: each Python from 3.10 on and that of the machine, each way to run, GraalPy,
                                        the tests of memory and of the benchmarks, the Javadoc; what CI runs
              conform [--all] [--again] [NAME...]
                                        run the core's tests on each Python, each way; with --all write docs/conformance.md; what an
                                        earlier run tested and nothing changed is not run again, but with --again
              site                      build docs/ and the Javadoc into a static site, target/site; a broken link fails
              bench [--quick] [JMH args] run the benchmarks beside bare C-API calls
              bench --runtimes          run the same lines on CPython inline, without tags, opaque, and on GraalPy
              bench --gate [WORKLOAD...]
                                        name the workloads that take longer beside bare C-API calls, or allocate more, than they may
              bench --tags              what the test for tagged words costs: the same classes with it and without
              bench --ownership [--quick]
                                        references closed at once, left to the collector, kept until a scope ends: time and memory
              bench --peers [--quick] [--system NAME] [WORKLOAD...]
                                        measure Sanca beside C, PyO3, Jep, JPype and others, which are fetched and built
              fuzz [--minutes N] [--steps N] [--seed S] [--replay FILE]
                                        random programs against a model of what they own, a minute of them; the smallest that fails
                                        is printed
              soak [--minutes N]        all kinds of work on several threads, ten minutes; memory, references and the wait for the GIL go
                                        to a table and a plot, target/soak; fails if they grow
              format                    format the sources
              help                      print this

            JAVA_OPTS       further options for the JVM of demo, run, doctor, pip, python, bench, fuzz and soak
            SANCA_PYTHON    an executable, a virtual environment or a libpython to use in place of the bundled Python
            SANCA_RUNTIME   graalpy: demo and run use GraalPy (160 MB, fetched then) in place of CPython
            """;

    private final Path root;
    private final Maven maven;

    private Launcher(Path root) {
        this.root = root;
        maven = new Maven(root);
    }

    /** Takes a command and its arguments; the property {@code sanca.root} names the project's folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int exitCode;
        try {
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            exitCode = new Launcher(Path.of(System.getProperty("sanca.root"))).run(arguments[0], rest);
        } catch (Failure e) {
            System.err.println("sanca: " + e.getMessage());
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    private int run(String command, List<String> rest) throws IOException, InterruptedException {
        return switch (command) {
            case "prepare" -> { // the script's own: writes the argument file of a program
                Program program = Program.named(rest.getFirst());
                new ArgumentFile(root, program).update(maven);
                yield 0;
            }
            case "classpath" -> classpath();
            case "test" -> test(rest);
            case "conform" -> new Conformance(root, maven).run(rest);
            case "site" -> new Site(root, maven).run();
            case "format" -> // the BOM has no sources, and not the plugin, which comes from the parent
                maven.run(List.of("-q", "-Dall", "-pl", "!bom", "spotless:apply"));
            case "help", "-h", "--help" -> {
                System.out.print(USAGE);
                yield 0;
            }
            default -> {
                System.err.print(USAGE);
                throw new Failure("there is no command '" + command + "'");
            }
        };
    }

    private int classpath() throws IOException, InterruptedException {
        ArgumentFile cli = new ArgumentFile(root, Program.named("cli"));
        cli.update(maven);
        System.out.println(cli.classPath());
        if (isTerminal()) {
            System.err.printf(
                    "sanca: run with %s/bin/java --enable-native-access=ALL-UNNAMED -cp ... (or, with dev.sanca on the module"
                            + " path, --enable-native-access=dev.sanca)%n",
                    System.getenv("JAVA_HOME"));
        }
        return 0;
    }

    /** The {@code java} of the JDK that the script found. */
    static Path java() {
        return Path.of(System.getenv("JAVA_HOME"), "bin", "java");
    }

    /** Whether somebody reads stderr, as the script says. */
    static boolean isTerminal() {
        return "bar".equals(System.getProperty("sanca.progress"));
    }

    /** With {@code --all} everything, on a Python of the machine too; the other arguments are Maven's. */
    private int test(List<String> arguments) throws IOException, InterruptedException {
        List<String> goals = new ArrayList<>(List.of("verify"));
        List<String> rest = new ArrayList<>(arguments);
        if (rest.removeIf("--all"::equals)) {
            goals.add("-Dall");
            SystemPython.find()
                    .ifPresentOrElse(
                            python -> goals.add("-Dsanca.test.system=" + python),
                            () -> System.err.println(
                                    "sanca: no Python of this machine has a shared library; the tests run"
                                            + " on those from Maven Central only"));
        }
        goals.addAll(rest);
        return maven.run(goals);
    }
}
