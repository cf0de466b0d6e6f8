package dev.sanca.benchmarks.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables, in Markdown. */
final class PeersReport {
    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private PeersReport(Results results) {
        this.results = results;
    }

    /**
     * All of it.
     *
     * @param header what was measured on, and how
     */
    static String of(Results results, String header) {
        PeersReport report = new PeersReport(results);
        report.text.append(header).append('\n');
        report.times();
        report.best();
        report.losses();
        report.missing();
        return report.text.toString();
    }

    private void times() {
        text.append("""
                ## All cells

                The ratio to C of the same round (median of the rounds), the time itself (median), and its spread: half of the
                distance between the quartiles. An empty cell has its reason [below](#what-is-not-there).

                """);
        head("target");
        for (Workload workload : results.workloads()) {
            row(
                    workload,
                    workload.target().text(workload.unit()),
                    results.systems().keySet().stream()
                            .map(system -> cell(system, workload))
                            .toList());
        }
    }

    private String cell(String system, Workload workload) {
        Cell cell = results.cell(system, workload);
        if (!cell.isMeasured()) {
            return "";
        }
        String time = "%s ±%.0f %%".formatted(workload.unit().text(cell.median()), Math.ceil(100 * cell.spread()));
        if (system.equals(Peer.LIMIT) || cell.ratios().isEmpty()) {
            return time;
        }
        String ratio = ratio(cell.ratio());
        return "%s<br>%s".formatted(system.equals(Peer.SANCA) ? "**" + ratio + "**" : ratio, time);
    }

    private void best() {
        text.append("""

                ## Best against best

                The shortest time of all rounds to C's shortest: what other programs on the machine leave of it.

                """);
        head("");
        for (Workload workload : results.workloads()) {
            row(
                    workload,
                    "",
                    results.systems().keySet().stream()
                            .map(system -> ratio(results.bestRatio(system, workload)))
                            .toList());
        }
    }

    private void head(String second) {
        text.append("| | ").append(second).append(" |");
        results.systems().keySet().forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|--:|")
                .append("--:|".repeat(results.systems().size()))
                .append('\n');
    }

    private void row(Workload workload, String second, List<String> cells) {
        text.append("| %s | %s |".formatted(workload.title(), second));
        cells.forEach(cell -> text.append(' ').append(cell).append(" |"));
        text.append('\n');
    }

    private void losses() {
        text.append("""

                ## Where Sanca loses

                Its targets, and the rows in which another system that was measured is faster.

                | | Sanca | target | faster |
                |---|--:|--:|---|
                """);
        for (Workload workload : results.workloads()) {
            Cell sanca = results.cell(Peer.SANCA, workload);
            if (!sanca.isMeasured()) {
                continue;
            }
            String target = target(workload, sanca);
            String faster = faster(workload, sanca);
            if (!target.isEmpty() || !faster.isEmpty()) {
                text.append(
                        "| %s | %s | %s | %s |%n".formatted(workload.title(), shown(workload, sanca), target, faster));
            }
        }
    }

    private static String target(Workload workload, Cell sanca) {
        if (!workload.target().isSet()
                || workload.target().isRatio() && sanca.ratios().isEmpty()) {
            return "";
        }
        return workload.target().isMet(sanca)
                ? ""
                : "missed: " + workload.target().text(workload.unit());
    }

    private String faster(Workload workload, Cell sanca) {
        return results.systems().keySet().stream()
                .filter(system -> !system.equals(Peer.SANCA) && !system.equals(Peer.LIMIT))
                .filter(system -> results.cell(system, workload).median() < sanca.median())
                .map(system -> system + " " + shown(workload, results.cell(system, workload)))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Workload workload, Cell cell) {
        boolean isRatio = workload.unit() == Unit.NANOSECONDS && !cell.ratios().isEmpty();
        return isRatio ? ratio(cell.ratio()) : workload.unit().text(cell.median());
    }

    private void missing() {
        text.append("""

                ## What is not there

                | system | why | workloads |
                |---|---|---|
                """);
        results.absent().forEach((system, why) -> text.append("| %s | %s | all |%n".formatted(system, escaped(why))));
        results.systems().forEach((system, cells) -> {
            Map<String, List<String>> reasons = new LinkedHashMap<>();
            cells.forEach((workload, cell) -> {
                if (!cell.isMeasured()) {
                    reasons.computeIfAbsent(cell.reason(), key -> new ArrayList<>())
                            .add(workload.title());
                }
            });
            reasons.forEach((why, titles) ->
                    text.append("| %s | %s | %s |%n".formatted(system, escaped(why), String.join("; ", titles))));
        });
    }

    private static String escaped(String why) {
        return why.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String ratio(double ratio) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        return String.format(Locale.ROOT, ratio >= 100 ? "%.0f" : ratio >= 10 ? "%.1f" : "%.2f", ratio);
    }
}
