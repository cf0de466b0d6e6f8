package dev.sanca.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.convert.TypeRef;
import dev.sanca.packages.PackagesBuild;
import dev.sanca.packages.PackagesRequest;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyModule;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The recipes of {@code docs/cookbook.md}: a test has the heading of its recipe, and prints what the page says that it prints. The
 * test of the examples compares the code.
 */
class CookbookSnippets {
    private static final String PAGE;
    private static final Pattern OUTPUT = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL);
    private static final PrintStream STDOUT = System.out;

    static {
        try {
            PAGE = Files.readString(Path.of("../docs/cookbook.md"));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void installPackages() {
        Path environment = Path.of("target/python").toAbsolutePath();
        PackagesRequest request = new PackagesRequest(
                List.of(),
                Optional.of(Path.of("requirements.txt")),
                PackagesRequest.DEFAULT_PLATFORMS,
                PackagesRequest.BUNDLED_VERSION,
                Path.of("sanca.lock"),
                "./sanca packages lock");
        new PackagesBuild(request, Optional.empty(), false, STDOUT::println)
                .install(Path.of("src/main/python"), environment);
        Python.initialize(PythonConfig.builder().python(environment).build());
    }

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void thePageSaysWhatIsPrinted(TestInfo recipe) {
        System.setOut(STDOUT);
        String heading = "\n## " + recipe.getDisplayName() + "\n";
        assertThat(PAGE).contains(heading);
        Matcher output = OUTPUT.matcher(PAGE.substring(PAGE.indexOf(heading)));
        assertThat(output.find()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(output.group(1));
        assertThat(Python.stats().liveBound()).isZero();
    }

    @AfterAll
    static void eachRecipeOfThePageIsTested() {
        long recipes = PAGE.lines().filter(line -> line.matches("## \\d+ .*")).count();
        long tests = Arrays.stream(CookbookSnippets.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        assertThat(tests).isEqualTo(recipes);
    }

    @Test
    @DisplayName("1 · NumPy: an array of Java there and back")
    void arrayThereAndBack() {
        try (Python py = Python.attach()) {
            PyModule numpy = py.importModule("numpy");
            PyAny prices = numpy.callMethod("asarray", new double[] {9.5, 12.0, 11.25});
            double[] returns =
                    numpy.callMethod("diff", prices).div(prices.getItem(0)).as(double[].class);
            IO.println(Arrays.toString(returns));
            IO.println(numpy.callMethod("mean", prices).asDouble());
        }
    }

    @Test
    @DisplayName("2 · NumPy: one memory for both")
    void oneMemory() {
        try (Python py = Python.attach()) {
            PyModule numpy = py.importModule("numpy");
            MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_DOUBLE, 1_000_000);
            PyAny array = numpy.callMethod("frombuffer", memory, Kwargs.of("dtype", "float64"));
            numpy.callMethod("sqrt", numpy.callMethod("arange", 1_000_000), Kwargs.of("out", array));
            IO.println(memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 144));
        }
    }

    @Test
    @DisplayName("3 · NumPy: a system of linear equations")
    void linearEquations() {
        try (Python py = Python.attach()) {
            PyModule numpy = py.importModule("numpy");
            PyAny coefficients = numpy.callMethod("array", List.of(List.of(3.0, 1.0), List.of(1.0, 2.0)));
            PyAny solution = numpy.getAttr("linalg").callMethod("solve", coefficients, List.of(9.0, 8.0));
            IO.println(solution.callMethod("round", 6).as(new TypeRef<List<Double>>() {}));
        }
    }

    /** A row of the next recipes. */
    public record Sale(String town, String product, int pieces) {}

    private static final List<Sale> SALES = List.of(
            new Sale("Bandung", "tea", 3),
            new Sale("Solo", "tea", 5),
            new Sale("Bandung", "coffee", 4),
            new Sale("Solo", "tea", 2));

    @Test
    @DisplayName("4 · pandas: a data frame from records")
    void dataFrameFromRecords() {
        try (Python py = Python.attach()) {
            PyAny frame = py.importModule("pandas").callMethod("DataFrame", SALES);
            PyAny pieces = frame.callMethod("groupby", "town").getItem("pieces").callMethod("sum");
            Map<String, Long> byTown = pieces.callMethod("to_dict").as(new TypeRef<Map<String, Long>>() {});
            IO.println(byTown);
        }
    }

    @Test
    @DisplayName("5 · pandas: rows as records")
    void rowsAsRecords() {
        try (Python py = Python.attach()) {
            String csv = """
                    town,product,pieces
                    Bandung,tea,3
                    Solo,coffee,7
                    """;
            PyAny text = py.importModule("io").callMethod("StringIO", csv);
            PyAny frame = py.importModule("pandas").callMethod("read_csv", text);
            PyAny many = frame.getItem(frame.getItem("pieces").callMethod("gt", 5));
            List<Sale> sales = many.callMethod("to_dict", "records").as(new TypeRef<List<Sale>>() {});
            IO.println(sales);
        }
    }

    @Test
    @DisplayName("6 · scikit-learn: fit and predict")
    void fitAndPredict() {
        try (Python py = Python.attach()) {
            PyAny model = py.importModule("sklearn.linear_model").callMethod("LinearRegression");
            double[][] hours = {{1}, {2}, {3}, {4}};
            double[] points = {12, 19, 31, 38};
            model.callMethod("fit", hours, points);
            double[] predicted =
                    model.callMethod("predict", List.of(List.of(5.0))).as(double[].class);
            IO.println("%.1f".formatted(predicted[0]));
        }
    }

    @Test
    @DisplayName("7 · scikit-learn: one model for many threads")
    void oneModelForManyThreads() throws Exception {
        Py<PyAny> model = Python.attach(py -> {
            PyAny iris = py.importModule("sklearn.datasets").callMethod("load_iris");
            PyAny forest = py.importModule("sklearn.ensemble")
                    .callMethod("RandomForestClassifier", Kwargs.of("n_estimators", 20, "random_state", 1));
            return Py.of(forest.callMethod("fit", iris.getAttr("data"), iris.getAttr("target")));
        });
        List<List<Double>> flowers = List.of(List.of(5.1, 3.5, 1.4, 0.2), List.of(6.7, 3.0, 5.2, 2.3));
        try (model;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> kinds = flowers.stream()
                    .map(flower -> threads.submit(() -> Python.attach(py -> model.bind(py)
                            .callMethod("predict", List.of(flower))
                            .getItem(0)
                            .asInt())))
                    .toList();
            for (Future<Integer> kind : kinds) {
                IO.println(kind.get());
            }
        }
    }

    @Test
    @DisplayName("8 · matplotlib: a chart as an image of Java")
    void chartAsImage() throws IOException {
        byte[] png;
        try (Python py = Python.attach()) {
            py.importModule("matplotlib").callMethod("use", "agg"); // draws into memory, needs no window
            PyModule pyplot = py.importModule("matplotlib.pyplot");
            PyAny figure = pyplot.callMethod("figure", Kwargs.of("figsize", List.of(4, 3), "dpi", 100));
            figure.callMethod("gca").callMethod("plot", List.of(1, 2, 3), List.of(1.0, 4.0, 9.0));
            PyAny file = py.importModule("io").callMethod("BytesIO");
            figure.callMethod("savefig", file, Kwargs.of("format", "png"));
            pyplot.callMethod("close", figure);
            png = file.callMethod("getvalue").as(byte[].class);
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        IO.println(image.getWidth() + " x " + image.getHeight());
    }

    @Test
    @DisplayName("9 · PyArrow: a Parquet file")
    void parquetFile() throws IOException {
        Path file = Files.createTempFile("sales", ".parquet");
        try (Python py = Python.attach()) {
            PyModule parquet = py.importModule("pyarrow.parquet");
            PyAny table = py.importModule("pyarrow").getAttr("Table").callMethod("from_pylist", SALES);
            parquet.callMethod("write_table", table, file);
            PyAny read = parquet.callMethod("read_table", file, Kwargs.of("columns", List.of("town", "pieces")));
            IO.println(read.getAttr("schema").str());
            IO.println(read.getItem("pieces").callMethod("to_pylist").as(int[].class).length + " rows");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @DisplayName("10 · PyArrow: columns without a copy")
    void columnsWithoutCopy() {
        try (Python py = Python.attach()) {
            PyModule arrow = py.importModule("pyarrow");
            PyAny column = arrow.callMethod("array", new double[] {1.5, 2.5, 4.0});
            PyAny memory = column.callMethod("buffers").getItem(1); // the first one says which values are null
            MemorySegment values = memory.as(MemorySegment.class);
            IO.println(values.getAtIndex(ValueLayout.JAVA_DOUBLE, 2));
            IO.println(values.byteSize() + " bytes");
        }
    }
}
