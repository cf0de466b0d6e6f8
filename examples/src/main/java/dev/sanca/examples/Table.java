package dev.sanca.examples;

import java.io.PrintStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Prints a month of each recent year beside the model, and the same month of the next years. */
final class Table {
    private static final int YEARS = 5;

    private Table() {}

    static void print(PrintStream out, Measurements measured, List<YearMonth> future, Fit fit) {
        YearMonth last = measured.last();
        out.printf(Locale.ROOT, "%n  %-10s%12s%12s%12s%n", "month", "measured", "fitted", "residual");
        for (int i = 0; i < measured.means().size(); i++) {
            MonthlyMean mean = measured.means().get(i);
            if (isSameMonth(mean.month(), last) && mean.month().isAfter(last.minusYears(YEARS + 1))) {
                double fitted = fit.fitted()[i];
                out.printf(
                        Locale.ROOT,
                        "  %-10s%8.2f ppm%8.2f ppm%+8.2f ppm%n",
                        mean.month(),
                        mean.ppm(),
                        fitted,
                        mean.ppm() - fitted);
            }
        }
        out.printf(Locale.ROOT, "%n  %-10s%12s%12s%n", "month", "forecast", "+- 2 s.e.");
        for (int i = 0; i < future.size(); i++) {
            YearMonth month = future.get(i);
            if (isSameMonth(month, last) && !month.isAfter(last.plusYears(YEARS))) {
                out.printf(Locale.ROOT, "  %-10s%8.2f ppm%8.2f ppm%n", month, fit.forecast()[i], fit.band()[i]);
            }
        }
    }

    private static boolean isSameMonth(YearMonth a, YearMonth b) {
        return a.getMonth() == b.getMonth();
    }
}
