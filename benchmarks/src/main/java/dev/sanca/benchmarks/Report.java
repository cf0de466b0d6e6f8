package dev.sanca.benchmarks;

import dev.sanca.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
        return text.formatted("%s, %d processors. JDK %s (%s). Python %s. %s."
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        Python.version(),
                        LocalDate.now(ZoneOffset.UTC)));
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

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // not Linux
        }
    }
}
