package dev.sanca.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Column COLUMN = Column.all(Path.of("core")).getFirst();

    private static Map<Column, Results> tableWith(Results results) {
        return Map.of(COLUMN, results);
    }

    private static Results passed() {
        return Results.parse(
                List.of(new Line("A", "works", Outcome.PASSED, "").toString(), Line.python("3.10.8"), Line.END));
    }

    @Test
    void columnWithResultsThatARunLeavesOutIsLost() {
        String earlier = Report.of(tableWith(passed()));
        assertThat(Report.lost(earlier, tableWith(Results.leftOut("no root")))).containsExactly(COLUMN.name());
        assertThat(Report.lost(earlier, tableWith(passed()))).isEmpty();
    }

    @Test
    void columnThatWasLeftOutBeforeIsNotLost() {
        String earlier = Report.of(tableWith(Results.leftOut("no root")));
        assertThat(Report.lost(earlier, tableWith(Results.leftOut("no mount")))).isEmpty();
    }
}
