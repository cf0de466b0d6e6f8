package dev.sanca.benchmarks;

import dev.sanca.Python;
import java.util.List;
import java.util.Locale;

/** The table. */
final class Report {
    private Report() {}

    static String of(List<Result> results, boolean quick) {
        StringBuilder text = new StringBuilder(header(quick));
        String subject = "";
        for (Result r : results) {
            if (!r.workload().subject().equals(subject)) {
                subject = r.workload().subject();
                text.append("| **").append(subject).append("** | | | | | |\n");
            }
            text.append(row(r));
        }
        return text.toString();
    }

    private static String header(boolean quick) {
        return machine("""
                # Sanca beside bare C-API calls

                %%s Written by `./sanca bench%s`.

                Nanoseconds for one operation: the lower quartile of many short iterations, since other programs on the machine
                only ever lengthen one. The bare half does the same work by downcalls of the C API and gives counts back inline;
                where its row says so, by inline loads. Spread: the ratio at the tenth percentile and at the median. At most: what
                is promised; a run that misses one ends with status 1.

                | work | Sanca | bare | ratio | spread | at most |
                |---|--:|--:|--:|--:|--:|
                """.formatted(quick ? " --quick" : ""));
    }

    /** A text with what was measured on, in place of {@code %s}. */
    static String machine(String text) {
        return text.formatted(Machine.describe("Python " + Python.version()));
    }

    private static String row(Result r) {
        Beside beside = r.workload().beside();
        if (!r.isMeasured()) {
            return "| %s | failed | | | | |%n".formatted(beside.work());
        }
        String most = beside.atMost() == 0 ? "" : "%s%s".formatted(beside.atMost(), r.isAsPromised() ? "" : " missed");
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.2f–%.2f | %s |%n",
                beside.work(),
                r.time(),
                r.bareTime(),
                r.ratio(),
                r.ratioQuantile(0.1),
                r.ratioQuantile(0.5),
                most);
    }
}
