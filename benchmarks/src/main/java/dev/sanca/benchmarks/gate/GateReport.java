package dev.sanca.benchmarks.gate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the gate found: a table of all workloads, and what to do about those that failed. */
public final class GateReport {
    private static final String PACKAGE = "dev.sanca.benchmarks.";

    private final List<Verdict> verdicts;

    GateReport(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** Whether every workload is within its limits. */
    public boolean isPassed() {
        return verdicts.stream().allMatch(Verdict::isPassed);
    }

    /** A line for each workload. */
    public String table() {
        StringBuilder text = new StringBuilder(line("work", "ratio", "limit", "bytes", "limit", "tries"));
        for (Verdict v : verdicts) {
            text.append(line(
                    name(v),
                    ratio(v.best().ratio()),
                    ratio(v.limit().ratio()),
                    bytes(v.best().bytes()),
                    String.valueOf(v.limit().bytes()),
                    v.tries() + (v.isPassed() ? "" : " failed")));
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        return "%-34s %6s %6s %6s %6s  %s%n".formatted(cells);
    }

    /** What happened, why it matters and what to do; empty, if all passed. */
    public String failures() {
        List<Verdict> failed =
                verdicts.stream().filter(verdict -> !verdict.isPassed()).toList();
        if (failed.isEmpty()) {
            return "";
        }
        String names = failed.stream().map(GateReport::name).collect(Collectors.joining("$|", "", "$"));
        return """
                Workloads beyond their limits in each of %d JVMs:
                %s
                A ratio depends on the machine: measure the commit before on the same one, idle, and compare the two by
                    ./sanca bench --gate '%s'
                Bytes do not depend on it: each program that uses Sanca allocates them in each such operation.
                If the cost is meant, raise `gate` or `bytes` in the @Beside of the workload, and let the commit say what it buys.
                """.formatted(
                        Gate.TRIES, failed.stream().map(GateReport::reasons).collect(Collectors.joining()), names);
    }

    private static String reasons(Verdict v) {
        String head = "  %s (%s) ".formatted(name(v), v.workload().beside().work());
        if (!v.best().isMeasured()) {
            return head + "was not measured in time; what was printed is above\n";
        }
        String text = "";
        if (!v.limit().keepsRatio(v.best())) {
            text += head
                    + "takes %s times its bare half, at best; the limit is %s%n"
                            .formatted(ratio(v.best().ratio()), ratio(v.limit().ratio()));
        }
        if (!v.limit().keepsBytes(v.best())) {
            text += head
                    + "allocates %s bytes an operation, at best; the limit is %s%n"
                            .formatted(bytes(v.best().bytes()), v.limit().bytes());
        }
        return text;
    }

    private static String name(Verdict verdict) {
        return verdict.workload().name().substring(PACKAGE.length());
    }

    private static String ratio(double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : "-";
    }

    private static String bytes(double bytes) {
        return Double.isFinite(bytes) ? String.valueOf(Math.round(bytes)) : "-";
    }
}
