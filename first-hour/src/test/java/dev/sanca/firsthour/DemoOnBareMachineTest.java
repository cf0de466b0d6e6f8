package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * {@code ./sanca demo} in a clone, on a machine that has a JDK, Maven and a shell: no fonts, no library fontconfig, no variables but
 * JAVA_HOME and PATH, no home directory.
 */
class DemoOnBareMachineTest {
    @Test
    void theDemoDrawsItsChart() throws Exception {
        UserProject project = new UserProject("bare");
        Path clone = Path.of("target/projects/bare/clone").toAbsolutePath();
        SourceTree.copyTo(clone);
        // What other tests have fetched is there already; the launcher keeps the repository here, as there is no home.
        Files.createDirectories(clone.resolve("target"));
        Files.createSymbolicLink(clone.resolve("target/repository"), UsersRepository.DIRECTORY);
        // Two files that are no libraries are found first: fontconfig cannot be loaded, as where it is not installed.
        Path noFontconfig = Files.createDirectories(clone.resolveSibling("no-fontconfig"));
        Files.createFile(noFontconfig.resolve("libfontconfig.so.1"));
        Files.createFile(noFontconfig.resolve("libfontconfig.so"));

        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                UserProject.JAVA_HOME,
                "PATH",
                UserProject.MAVEN_3 + "/bin:/usr/bin:/bin",
                "LD_LIBRARY_PATH",
                noFontconfig.toString(),
                // Java takes the home directory from the table of users.
                "JAVA_TOOL_OPTIONS",
                "-Duser.home=/dev/null/home");
        List<String> command = new ArrayList<>(List.of("env", "-i"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("sh", "clone/sanca", "demo", "chart.png"));
        String printed = project.run(command);

        assertThat(printed).contains("741 monthly means", "by NumPy", "chart:", "live 0");
        BufferedImage chart =
                ImageIO.read(Path.of("target/projects/bare/chart.png").toFile());
        assertThat(inkOfTheTitle(chart)).as("dark dots where the title is").isGreaterThan(1000);
        assertThat(clone.resolve("target/cache")).isNotEmptyDirectory();
    }

    /** Without a font, this strip at the upper edge is white. */
    private static int inkOfTheTitle(BufferedImage chart) {
        int dark = 0;
        for (int y = 0; y < 35; y++) {
            for (int x = 0; x < chart.getWidth(); x++) {
                dark += (chart.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
            }
        }
        return dark;
    }
}
