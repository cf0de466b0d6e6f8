package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Path image) {
        return Demo.run(
                new String[] {image.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static Fit fit(double... future) throws IOException {
        Measurements measured = Measurements.read();
        try (Python py = Python.attach()) {
            return new NumPyModel(py).fit(measured.columns(), future);
        }
    }

    @Test
    void printsDrawsAndLeavesNoReference(@TempDir Path directory) throws IOException {
        Path image = directory.resolve("chart.png");

        assertThat(run(image)).isZero();

        BufferedImage drawn = ImageIO.read(image.toFile());
        assertThat(drawn.getWidth()).isEqualTo(Chart.WIDTH);
        assertThat(drawn.getHeight()).isEqualTo(Chart.HEIGHT);
        assertThat(drawn.getColorModel().getPixelSize()).isEqualTo(24);
        assertThat(colours(drawn)).as("colours in the chart").isGreaterThan(100);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("741 monthly means", "1958-03 to 2020-04, 5 months missing")
                .contains("2020-04     416.18 ppm")
                .contains("2025-04")
                .contains("live 0")
                .contains(image.toString());
        assertThat(err.size()).isZero();
        assertThat(Python.stats().liveBound()).isZero();
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void trendAndSeasonAreThoseOfMaunaLoa() throws IOException {
        Fit fit = fit();

        assertThat(fit.trendAt(1960)).isBetween(315.0, 318.0);
        assertThat(fit.trendAt(2020)).isBetween(410.0, 414.0); // 413 was measured, seasonally adjusted
        assertThat(fit.slopeAt(2020)).isBetween(2.0, 2.8);
        assertThat(fit.amplitude()).isBetween(2.7, 3.5);
        assertThat(fit.seasonAt(2020.37)).as("May").isGreaterThan(2.5);
        assertThat(fit.seasonAt(2020.75)).as("October").isLessThan(-2.5);
        assertThat(fit.sigma()).isBetween(0.5, 1.0);
    }

    @Test
    void theFitIsTrendAndSeason() throws IOException {
        double year = 2024.29;
        Fit fit = fit(year);

        assertThat(fit.forecast()[0]).isCloseTo(fit.trendAt(year) + fit.seasonAt(year), within(1e-6));
        assertThat(fit.band()[0]).isGreaterThan(2 * fit.sigma());
        assertThat(fit.fitted()).hasSameSizeAs(Measurements.read().means());
    }

    private static Offset<Double> within(double distance) {
        return Offset.offset(distance);
    }

    @Test
    void plainPythonFindsWhatNumPyFinds() throws IOException {
        double[] future = {2020.5, 2024.29, 2030.9};
        Fit numPy = fit(future);
        Fit plain;
        try (Python py = Python.attach()) {
            plain = new PlainModel(py, "NumPy").fit(Measurements.read().columns(), future);
        }

        Offset<Double> rounding = within(1e-9);
        assertThat(plain.coefficients()).containsExactly(numPy.coefficients(), rounding);
        assertThat(plain.fitted()).containsExactly(numPy.fitted(), rounding);
        assertThat(plain.sigma()).isCloseTo(numPy.sigma(), rounding);
        assertThat(plain.forecast()).containsExactly(numPy.forecast(), rounding);
        assertThat(plain.band()).containsExactly(numPy.band(), rounding);
    }

    @Test
    void onCPythonNumPyIsNotReplaced() {
        try (Python py = Python.attach()) {
            assertThat(Model.best(py)).isInstanceOf(NumPyModel.class);
        }
    }

    @Test
    void numPyReadsJavasMemoryWithoutACopy() throws IOException {
        MemorySegment columns = Measurements.read().columns();
        try (Python py = Python.attach()) {
            PyAny array = new NumPyModel(py).share(columns);
            PyAny address = array.getAttr("__array_interface__").getItem("data").getItem(0);
            assertThat(address.asLong()).isEqualTo(columns.address());

            columns.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, -1.5);
            assertThat(array.getItem(py.tuple(0, 0)).asDouble()).isEqualTo(-1.5);
        }
    }

    @Test
    void missingMonthsAreLeftOut() throws IOException {
        Measurements measured = Measurements.parse(new BufferedReader(new StringReader("""
                Date,CO2,adjusted CO2
                1958-03-01,315.70,314.44
                1958-04-01,,
                1958-06-01,317.51,315.16
                """)));

        assertThat(measured.means())
                .containsExactly(
                        new MonthlyMean(YearMonth.of(1958, 3), 315.70), new MonthlyMean(YearMonth.of(1958, 6), 317.51));
        assertThat(measured.missing()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path directory) {
        Path image = directory.resolve("missing/chart.png");

        assertThat(run(image)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(image.toString(), "no such directory");
    }

    @Test
    void withoutNumPyTheFixIsNamed(@TempDir Path directory) {
        try (Python py = Python.attach()) {
            // What an import finds when it is told that there is no such module.
            py.run("import sys; held = sys.modules.get('numpy'); sys.modules['numpy'] = None");
        }
        try {
            assertThat(run(directory.resolve("chart.png"))).isEqualTo(1);
        } finally {
            try (Python py = Python.attach()) {
                py.run("sys.modules['numpy'] = held; held or sys.modules.pop('numpy')");
            }
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("numpy", "pip install numpy", "SANCA_PYTHON");
    }
}
