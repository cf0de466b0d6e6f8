package dev.sanca.benchmarks;

import dev.sanca.benchmarks.Columns.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code ./sanca bench --tags}: what it costs to look whether a word is tagged, where none is; one table, printed and written
 * to {@code benchmarks/tags.md}. Without the test means: the same classes, from whose byte code it was taken out.
 */
final class TagCosts {
    private static final int ROUNDS = 3;
    private static final Map<String, String> WORK = new LinkedHashMap<>();

    static {
        WORK.put("TagBenchmark.counts", "64 words: a count taken and given back, inline");
        WORK.put("TagBenchmark.read", "64 references: word read");
        WORK.put("ReferenceBenchmark.countBare", "item of a list: a count taken and given back, inline");
        WORK.put("ReferenceBenchmark.closed", "bound reference made and closed");
        WORK.put("ReferenceBenchmark.bound", "`Py` bound and closed");
        WORK.put("ItemBenchmark.tupleGet", "`PyTuple.get`");
        WORK.put("AttributeBenchmark.get", "attribute read");
        WORK.put("CallBenchmark.call1", "function called with one argument");
        WORK.put("IterateBenchmark.list", "`for` over a list, an element");
    }

    private TagCosts() {}

    /**
     * Runs all and writes the table.
     *
     * @param work a folder for the changed classes
     */
    static void run(Path file, Path work) throws RunnerException, IOException {
        TagTest.takeOut(work);
        List<Column> columns = List.of(
                new Column("without the test", List.of("-Dsanca.tags=off"), work.toString()),
                new Column("with", List.of("-Dsanca.tags=off"), ""),
                new Column("with, tags in use elsewhere", List.of(), ""));
        String table = Report.machine("""
                # What the test for tags costs

                %s Written by `./sanca bench --tags`.

                Nanoseconds for one operation on words that are not tagged, lower quartile; in brackets the ratio to the same
                classes without the test.

                """) + new Columns(columns, WORK).table(ROUNDS);
        System.out.println();
        System.out.println(table);
        Files.writeString(file, table);
    }
}
