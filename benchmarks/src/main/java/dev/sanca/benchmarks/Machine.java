package dev.sanca.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** What was measured on. */
public final class Machine {
    private Machine() {}

    /** Processor, JDK, a Python, and today. */
    public static String describe(String python) {
        return "%s, %d processors. JDK %s (%s). %s. %s."
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        python,
                        LocalDate.now(ZoneOffset.UTC));
    }

    private static String processor() {
        return aboutProcessor("model name").orElse(System.getProperty("os.arch"));
    }

    /** Whether the processor has AVX-512. */
    public static boolean hasAvx512() {
        return aboutProcessor("flags").orElse("").contains(" avx512f");
    }

    private static Optional<String> aboutProcessor(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux
        }
    }
}
