package dev.sanca.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws measurement, trend and forecast: all years above, the recent and the coming ones below. */
final class Chart {
    static final int WIDTH = 1400;
    static final int HEIGHT = 1100;

    private static final int UPPER_HEIGHT = 500;
    private static final YearMonth RECENT = YearMonth.of(2010, 1);

    private static final Color MEASURED = new Color(0x2B6CB0);
    private static final Color TREND = new Color(0x1A202C);
    private static final Color FORECAST = new Color(0xC05621);
    private static final Color BAND = new Color(0xF6, 0xAD, 0x55, 110);
    private static final Color GRID = new Color(0xE2E8F0);
    private static final Color TRANSPARENT = new Color(0, true);

    private final Measurements measured;
    private final List<YearMonth> future;
    private final Fit fit;
    private final ChartFonts fonts;

    private Chart(Measurements measured, List<YearMonth> future, Fit fit, ChartFonts fonts) {
        this.measured = measured;
        this.future = future;
        this.fit = fit;
        this.fonts = fonts;
    }

    /**
     * Writes a PNG.
     *
     * @throws IOException if the file cannot be written, or the fonts cannot be read
     */
    static void draw(Measurements measured, List<YearMonth> future, Fit fit, Path file) throws IOException {
        Chart chart = new Chart(measured, future, fit, ChartFonts.read());
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        String last = measured.last().toString();
        chart.panel("Carbon dioxide at Mauna Loa, monthly means to " + last, measured.first())
                .paint(graphics, WIDTH, UPPER_HEIGHT);
        graphics.translate(0, UPPER_HEIGHT);
        chart.panel("The same since " + RECENT.getYear() + ", and the forecast", RECENT)
                .paint(graphics, WIDTH, HEIGHT - UPPER_HEIGHT);
        graphics.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    private XYChart panel(String title, YearMonth from) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("year")
                .yAxisTitle("CO2 (ppm)")
                .build();
        style(chart);
        List<YearMonth> past = months(from, measured.last());
        double[] all = years(Stream.concat(past.stream(), future.stream()).toList());
        band(chart);
        line(chart, "measured", years(past), withGaps(past), MEASURED, 1.6f);
        line(chart, "trend", all, DoubleStream.of(all).map(fit::trendAt).toArray(), TREND, 1.4f);
        line(chart, "forecast", years(future), fit.forecast(), FORECAST, 2.2f);
        return chart;
    }

    private void style(XYChart chart) {
        chart.getStyler()
                .setPlotGridLinesColor(GRID)
                .setXAxisDecimalPattern("0")
                .setYAxisDecimalPattern("0")
                .setAxisTitleFont(fonts.plain(17))
                .setAxisTickLabelsFont(fonts.plain(15));
        chart.getStyler()
                .setLegendPosition(LegendPosition.InsideNW)
                .setLegendFont(fonts.plain(15))
                .setLegendBorderColor(GRID)
                .setChartTitleFont(fonts.bold(20))
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
    }

    /** Goes along the upper edge and back along the lower one. */
    private void band(XYChart chart) {
        double[] years = years(future);
        int n = years.length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = x[2 * n - 1 - i] = years[i];
            y[i] = fit.forecast()[i] + fit.band()[i];
            y[2 * n - 1 - i] = fit.forecast()[i] - fit.band()[i];
        }
        XYSeries series = chart.addSeries("forecast ± two standard errors", x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE).setLineColor(TRANSPARENT).setFillColor(BAND);
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static List<YearMonth> months(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static double[] years(List<YearMonth> months) {
        return months.stream().mapToDouble(MonthlyMean::middleOf).toArray();
    }

    /** A month that was not measured is no number: the line has a gap there. */
    private double[] withGaps(List<YearMonth> months) {
        var ppm = measured.byMonth();
        return months.stream()
                .mapToDouble(month -> ppm.getOrDefault(month, Double.NaN))
                .toArray();
    }
}
