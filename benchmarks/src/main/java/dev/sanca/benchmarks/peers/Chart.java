package dev.sanca.benchmarks.peers;

import java.util.List;
import java.util.Locale;

/** The chart: for each workload a bar per system, as long as the logarithm of its ratio to C. */
final class Chart {
    private static final int LEFT = 360;
    private static final int WIDTH = 620;
    private static final int BAR = 11;
    private static final int TOP = 70;
    private static final double LEAST = 0.01;
    private static final double MOST = 1e5;
    private static final List<String> COLOURS = List.of(
            "#111111", "#d62728", "#e8a33d", "#f3cf94", "#1f77b4", "#6fa8dc", "#9fc5e8", "#2ca02c", "#9467bd",
            "#8c8c8c", "#17becf");

    private final StringBuilder svg = new StringBuilder();
    private final Results results;
    private final List<String> systems;
    private final List<Workload> rows;

    private Chart(Results results) {
        this.results = results;
        systems = results.systems().keySet().stream()
                .filter(system -> !system.equals(Peer.LIMIT))
                .toList();
        rows = results.workloads().stream()
                .filter(row -> systems.stream()
                        .anyMatch(system ->
                                !Double.isNaN(results.cell(system, row).ratio())))
                .toList();
    }

    /** An SVG of its own. */
    static String of(Results results) {
        return new Chart(results).draw();
    }

    private String draw() {
        int block = BAR * systems.size() + 10;
        int height = TOP + rows.size() * block + 10;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="sans-serif" font-size="11">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="10" y="20" font-size="15">Time as a ratio to C (logarithmic; shorter is better)</text>
                """.formatted(LEFT + WIDTH + 60, height));
        legend();
        grid(height);
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + i * block);
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        int x = 10;
        for (int i = 0; i < systems.size(); i++) {
            rectangle(x, 32, 10, 10, colour(i));
            text(x + 14, 41, "start", systems.get(i));
            x += 24 + 7 * systems.get(i).length();
        }
    }

    private void grid(int height) {
        for (double ratio = LEAST; ratio <= MOST; ratio *= 10) {
            double x = x(ratio);
            boolean isOne = Math.abs(ratio - 1) < 0.01;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
                    x,
                    x,
                    TOP - 4,
                    height - 8,
                    isOne ? "black" : "#dddddd"));
            text(x, TOP - 8, "middle", isOne ? "C" : String.format(Locale.ROOT, ratio < 1 ? "%.2f" : "%.0f", ratio));
        }
    }

    private void row(Workload workload, int y) {
        text(LEFT - 8, y + BAR * systems.size() / 2.0 + 4, "end", workload.title());
        for (int i = 0; i < systems.size(); i++) {
            double ratio = results.cell(systems.get(i), workload).ratio();
            int top = y + i * BAR;
            if (Double.isNaN(ratio)) {
                continue;
            }
            double from = Math.min(x(1), x(ratio));
            double to = Math.max(x(1), x(ratio));
            rectangle(from, top, Math.max(1, to - from), BAR - 1, colour(i));
            text(to + 3, top + BAR - 2, "start", String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio));
        }
    }

    private String colour(int system) {
        int place = List.copyOf(results.systems().keySet()).indexOf(systems.get(system));
        return COLOURS.get(place % COLOURS.size());
    }

    private static double x(double ratio) {
        double bounded = Math.clamp(ratio, LEAST, MOST);
        return LEFT + WIDTH * Math.log(bounded / LEAST) / Math.log(MOST / LEAST);
    }

    private void rectangle(double x, double y, double width, double height, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour));
    }

    private void text(double x, double y, String anchor, String content) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                content.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
