package dev.sanca.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The measurements of Mauna Loa: monthly means of carbon dioxide in the air, with some months missing.
 *
 * @param means the months that were measured, in order of time
 */
record Measurements(List<MonthlyMean> means) {
    private static final String FILE = "co2-mauna-loa.csv";

    /** Reads the file that travels with the examples. */
    static Measurements read() throws IOException {
        try (InputStream in = Measurements.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not beside the class files. Build the examples again: ./sanca demo");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        }
    }

    /** Reads lines of {@code date,ppm,...} after a heading; a month without a value is left out. */
    static Measurements parse(BufferedReader lines) throws IOException {
        List<MonthlyMean> means = new ArrayList<>();
        lines.readLine(); // the heading
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", -1);
            if (fields.length > 1 && !fields[1].isBlank()) {
                YearMonth month = YearMonth.parse(fields[0].substring(0, "1958-03".length()));
                means.add(new MonthlyMean(month, Double.parseDouble(fields[1])));
            }
        }
        return new Measurements(List.copyOf(means));
    }

    YearMonth first() {
        return means.getFirst().month();
    }

    YearMonth last() {
        return means.getLast().month();
    }

    /** How many months between the first and the last were not measured. */
    long missing() {
        return ChronoUnit.MONTHS.between(first(), last()) + 1 - means.size();
    }

    Map<YearMonth, Double> byMonth() {
        return means.stream().collect(Collectors.toMap(MonthlyMean::month, MonthlyMean::ppm));
    }

    /**
     * Both columns outside the Java heap, all years and then all values, where NumPy can read them without a copy.
     *
     * <p><b>Ownership:</b> the memory lives as long as anyone can reach it: Java through the segment, or Python through
     * an array on top of it.
     */
    MemorySegment columns() {
        long n = means.size();
        MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_DOUBLE, 2 * n);
        for (int i = 0; i < n; i++) {
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, means.get(i).year());
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, n + i, means.get(i).ppm());
        }
        return memory;
    }
}
