package dev.sanca.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoakReportTest {
    @ParameterizedTest
    @EnumSource
    void everyWorkloadCanBeDoneWithTheBundledPython(Workload workload) throws InterruptedException {
        assertThat(workload.isPossible()).isTrue();
        workload.work();
    }

    @Test
    void aTableAPlotAndASummaryAreWritten(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SoakReport.run(
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                folder.resolve("soak"),
                new PrintStream(written, true, StandardCharsets.UTF_8));
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("soak: resident memory ");
        List<String> lines = Files.readAllLines(folder.resolve("soak/soak.csv"));
        assertThat(lines.getFirst()).isEqualTo("seconds,resident_mb,references,pool,threads,gil_wait_ms,work");
        assertThat(lines).hasSizeGreaterThan(3).allMatch(line -> line.split(",").length == 7);
        BufferedImage image = ImageIO.read(folder.resolve("soak/soak.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isEqualTo(750);
    }
}
