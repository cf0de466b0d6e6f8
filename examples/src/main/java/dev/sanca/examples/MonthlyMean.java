package dev.sanca.examples;

import java.time.YearMonth;

/**
 * One measurement.
 *
 * @param month the month
 * @param ppm the mean of the month, in parts per million
 */
record MonthlyMean(YearMonth month, double ppm) {
    /** The middle of a month, in years: what the mean of a month stands for. */
    static double middleOf(YearMonth month) {
        return month.getYear() + (month.getMonthValue() - 0.5) / 12;
    }

    /** When, in years. */
    double year() {
        return middleOf(month);
    }
}
