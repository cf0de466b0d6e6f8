package dev.sanca.examples;

import java.util.stream.IntStream;

/**
 * What the {@link Model} found: a quadratic trend with the harmonics of a year on top of it.
 *
 * @param coefficients of 1, t, t², then cosine and sine of each harmonic; t is years since {@link #EPOCH}
 * @param fitted the model where it was measured, ppm
 * @param sigma standard deviation of the residuals, ppm
 * @param forecast the model where it was asked for, ppm
 * @param band twice the standard error of a forecast month, ppm; the residuals of neighbouring months are taken as
 *     independent, which they are not quite, so the truth leaves the band more often than one month in twenty
 */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
record Fit(double[] coefficients, double[] fitted, double sigma, double[] forecast, double[] band) {
    /** Where t is zero: in the middle of things, so that powers of t stay small. */
    static final double EPOCH = 2000;

    static final int HARMONICS = 4;

    /** The trend without the season, ppm. */
    double trendAt(double year) {
        double t = year - EPOCH;
        return coefficients[0] + (coefficients[1] + coefficients[2] * t) * t;
    }

    /** How fast the trend rises, ppm a year. */
    double slopeAt(double year) {
        return coefficients[1] + 2 * coefficients[2] * (year - EPOCH);
    }

    /** The season without the trend, ppm. */
    double seasonAt(double year) {
        double season = 0;
        for (int k = 1; k <= HARMONICS; k++) {
            double angle = 2 * Math.PI * k * (year - EPOCH);
            season += coefficients[1 + 2 * k] * Math.cos(angle) + coefficients[2 + 2 * k] * Math.sin(angle);
        }
        return season;
    }

    /** Half the way from the lowest day of the season to the highest, ppm. */
    double amplitude() {
        var season = IntStream.range(0, 365)
                .mapToDouble(day -> seasonAt(EPOCH + day / 365.0))
                .summaryStatistics();
        return (season.getMax() - season.getMin()) / 2;
    }
}
