package dev.sanca.examples;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonException;
import dev.sanca.PythonStats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The main job, {@code ./sanca demo [FILE.png]}: Java reads sixty years of measurements, NumPy fits them where they lie in
 * Java's memory, Java prints and draws what came out, and every reference is accounted for. On a runtime that cannot load
 * NumPy, plain Python takes its part.
 */
public final class Demo {
    private static final int FORECAST_YEARS = 10;

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    /** The program. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs it; returns the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        System.setProperty("java.awt.headless", "true");
        Path image = Path.of(args.length > 0 ? args[0] : "co2-mauna-loa.png").toAbsolutePath();
        try {
            new Demo(out).run(image);
            return 0;
        } catch (IOException e) {
            err.println("sanca demo: no chart was written to " + image + ": " + reason(e));
        } catch (PythonException e) {
            if (!Model.isImportError(e)) {
                throw e;
            }
            err.println("sanca demo: " + noNumPy(e));
        }
        return 1;
    }

    private void run(Path image) throws IOException {
        Measurements measured = Measurements.read();
        List<YearMonth> future = Stream.iterate(measured.last().plusMonths(1), month -> month.plusMonths(1))
                .limit(12 * FORECAST_YEARS)
                .toList();
        Fit fit;
        try (Python py = Python.attach()) {
            fit = fit(py, measured, future);
        }
        Table.print(out, measured, future, fit);
        printModel(fit, measured.last());
        Chart.draw(measured, future, fit, image);
        out.println("  chart:  " + image);
        printMemory(Python.stats());
    }

    private Fit fit(Python py, Measurements measured, List<YearMonth> future) {
        Model model = Model.best(py);
        out.printf(
                Locale.ROOT,
                "%d monthly means of CO2 at Mauna Loa, %s to %s, %d months missing%n",
                measured.means().size(),
                measured.first(),
                measured.last(),
                measured.missing());
        out.printf(Locale.ROOT, "fitted in Python %s by %s%n", Python.version(), model.description());
        return model.fit(
                measured.columns(),
                future.stream().mapToDouble(MonthlyMean::middleOf).toArray());
    }

    private void printModel(Fit fit, YearMonth last) {
        double now = MonthlyMean.middleOf(last);
        out.println();
        out.printf(
                Locale.ROOT,
                "  trend:  %.2f ppm in %s, rising by %.2f ppm a year%n",
                fit.trendAt(now),
                last,
                fit.slopeAt(now));
        out.printf(Locale.ROOT, "  season: %.2f ppm up and down; residuals: %.2f ppm%n", fit.amplitude(), fit.sigma());
    }

    private void printMemory(PythonStats stats) {
        out.printf(
                Locale.ROOT,
                "  memory: references made %d, released %d, live %d; kept between attaches: %d%n",
                stats.boundMade(),
                stats.boundReleased(),
                stats.liveBound(),
                stats.livePy());
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no such directory; name another file"
                : String.valueOf(e.getMessage());
    }

    private static String noNumPy(PythonException e) {
        Path python = PythonConfig.discover().locate().executable();
        return e.getMessage() + ". The bundled Python has its NumPy with it; this one is " + python
                + ". Install NumPy there (" + python
                + " -m pip install numpy), or unset SANCA_PYTHON and VIRTUAL_ENV to use the bundled one";
    }
}
