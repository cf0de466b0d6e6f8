package dev.sanca.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeersReportTest {
    private static final Workload CALL = new Workload("call", "a call", Unit.NANOSECONDS, Target.ratio(1.5));
    private static final Workload START = new Workload("start", "the start", Unit.MILLISECONDS, Target.value(100));
    private static final Workload CLASS = new Workload("class", "a class <of Java>", Unit.NANOSECONDS, Target.NONE);

    private Results results;

    @BeforeEach
    void measure() {
        Map<String, Map<Workload, Cell>> systems = new LinkedHashMap<>();
        systems.put("C", Map.of(CALL, cell(10, 1), START, cell(5, 1), CLASS, cell(20, 1)));
        systems.put("Sanca", Map.of(CALL, cell(20, 2), START, cell(90, 18), CLASS, Cell.missing("not yet")));
        systems.put("Other", Map.of(CALL, cell(12, 1.2), START, cell(300, 60), CLASS, cell(25, 1.25)));
        results = new Results(List.of(CALL, START, CLASS), systems, Map.of("Gone", "no compiler"));
    }

    private static Cell cell(double value, double ratio) {
        return new Cell(List.of(value, value), List.of(ratio, ratio), "");
    }

    @Test
    void cellsHaveRatioTimeAndSpread() {
        String report = PeersReport.of(results, "# Head\n");
        assertThat(report)
                .startsWith("# Head\n")
                .contains("| a call | 1.50 | 10.0 ns ±0 % | **2.00**<br>20.0 ns ±0 % | 1.20<br>12.0 ns ±0 % |\n")
                .contains("| a class <of Java> |  | 20.0 ns ±0 % |  | 1.25<br>25.0 ns ±0 % |\n");
    }

    @Test
    void missedTargetsAndFasterSystemsAreNamed() {
        assertThat(PeersReport.of(results, ""))
                .contains("| a call | 2.00 | missed: 1.50 | Other 1.20 |\n")
                .doesNotContain("missed: 100");
    }

    @Test
    void whatIsMissingHasItsReason() {
        assertThat(PeersReport.of(results, ""))
                .contains("| Gone | no compiler | all |\n")
                .contains("| Sanca | not yet | a class <of Java> |\n");
    }

    @Test
    void chartIsWellFormedAndHasABarForEachMeasuredCellButTheLimits() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Chart.of(results).getBytes(StandardCharsets.UTF_8)));
        // The ground, two squares of the legend, and five cells.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1 + 2 + 5);
    }

    @Test
    void chartOfNothingIsWellFormed() throws Exception {
        Results nothing = new Results(List.of(CALL), Map.of(), Map.of());
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Chart.of(nothing).getBytes(StandardCharsets.UTF_8))))
                .isNotNull();
    }
}
