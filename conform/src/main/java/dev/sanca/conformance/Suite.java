package dev.sanca.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sanca.Python;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs every test class of the core in this JVM and writes what happened, a line for each test when it ends: a JVM that dies
 * leaves what it knew, and the next one, which is given the same file, runs the classes of which it says nothing. Arguments:
 * the file to write; the folder of the compiled test classes; simple names of test classes, to run only these.
 */
final class Suite implements TestExecutionListener {
    /** They take long. */
    private static final String MEMORY = "memory";

    /** They have nothing to look at in another runtime. */
    private static final String INSIDE = "cpython";

    /** The class of the core's tests that reports a known difference; it names the key of the report in this field. */
    private static final String DIFFERENCE = "dev.sanca.testing.KnownDifferenceExtension";

    private static final String DIFFERENCE_KEY = "REPORT";

    private static final boolean CPYTHON =
            System.getProperty("sanca.runtime", INSIDE).equals(INSIDE);

    private final PrintStream out;
    private final Map<TestIdentifier, String> differences = new ConcurrentHashMap<>();

    private final String differenceKey;

    private Suite(PrintStream out) throws ReflectiveOperationException {
        this.out = out;
        differenceKey =
                (String) Class.forName(DIFFERENCE).getField(DIFFERENCE_KEY).get(null);
    }

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path file = Path.of(args[0]);
        Set<String> done = Results.parse(Kept.read(file)).testClasses();
        OutputStream append = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (PrintStream out = new PrintStream(append, true, StandardCharsets.UTF_8)) {
            Path compiled = Path.of(args[1]);
            List<String> named = List.of(args).subList(2, args.length);
            Suite suite = new Suite(out);
            suite.run(request(testClasses(compiled, named, done), TagFilter.excludeTags(CPYTHON ? MEMORY : INSIDE)));
            if (!CPYTHON) { // last, and of all: a line about a class says that the class was run
                suite.omit(request(testClasses(compiled, named, Set.of()), TagFilter.includeTags(INSIDE)));
            }
            out.println(Line.python(Python.version().split(" ", 2)[0]));
            out.println(Line.END);
        }
        System.exit(0); // a test may have left threads
    }

    private static LauncherDiscoveryRequest request(
            List<? extends DiscoverySelector> classes, PostDiscoveryFilter filter) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(classes)
                .filters(TagFilter.excludeTags(MEMORY), filter)
                .build();
    }

    private void run(LauncherDiscoveryRequest request) {
        LauncherFactory.create().execute(request, this);
    }

    /** Says of the outermost of these tests that they do not apply: of a class, or of some of its methods. */
    private void omit(LauncherDiscoveryRequest request) {
        TestPlan inside = LauncherFactory.create().discover(request);
        for (TestIdentifier engine : inside.getRoots()) {
            for (TestIdentifier test : inside.getDescendants(engine)) {
                if (isInside(test)
                        && !inside.getParent(test).filter(Suite::isInside).isPresent()) {
                    out.println(line(
                            test, Outcome.OMITTED, "is about CPython alone: its inside, the time of release, its end"));
                }
            }
        }
    }

    private static boolean isInside(TestIdentifier test) {
        return test.getTags().stream().anyMatch(tag -> tag.getName().equals(INSIDE));
    }

    private static List<? extends DiscoverySelector> testClasses(Path root, List<String> named, Set<String> done)
            throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .filter(name -> !done.contains(name))
                    .filter(name -> named.isEmpty() || named.contains(name.substring(name.lastIndexOf('.') + 1)))
                    .sorted()
                    .map(name -> selectClass(name))
                    .toList();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            out.println(line(test, Outcome.STARTED, ""));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String why = entry.getKeyValuePairs().get(differenceKey);
        if (why != null) {
            differences.put(test, why);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        out.println(line(test, Outcome.OMITTED, reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        if (thrown.isEmpty() && !test.isTest()) {
            return;
        }
        thrown.filter(e -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .ifPresent(Throwable::printStackTrace);
        String difference = differences.get(test);
        out.println(
                switch (result.getStatus()) {
                    case SUCCESSFUL ->
                        difference == null ? line(test, Outcome.PASSED, "") : line(test, Outcome.DIFFERENT, difference);
                    case ABORTED -> line(test, Outcome.OMITTED, message(thrown));
                    case FAILED -> line(test, Outcome.FAILED, message(thrown));
                });
    }

    private static String message(Optional<Throwable> thrown) {
        return thrown.map(e -> e.getMessage() == null ? e.toString() : e.getMessage())
                .orElse("");
    }

    private static Line line(TestIdentifier test, Outcome outcome, String reason) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            String name = test.getLegacyReportingName();
            return new Line(
                    method.getClassName(),
                    name.contains("[")
                            ? method.getMethodName() + name.substring(name.indexOf('['))
                            : method.getMethodName(),
                    outcome,
                    reason);
        }
        return source instanceof ClassSource type
                ? new Line(type.getClassName(), "the class", outcome, reason)
                : new Line(test.getDisplayName(), test.getLegacyReportingName(), outcome, reason);
    }
}
