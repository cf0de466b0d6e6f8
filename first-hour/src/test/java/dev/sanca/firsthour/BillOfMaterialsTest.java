package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The BOM repeats what the project's POMs say, since it has no parent; here the two are compared. */
class BillOfMaterialsTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    /** Modules that only this project uses: programs, tests and reports. */
    private static final Set<String> NOT_PUBLISHED = Set.of(
            "sanca-parent",
            "sanca-bom",
            "sanca-benchmarks",
            "sanca-conform",
            "sanca-cookbook",
            "sanca-examples",
            "sanca-first-hour",
            "sanca-shipping",
            "sanca-spring-boot-example",
            "sanca-stress");

    private static String read(Path pom) throws IOException {
        return Files.readString(pom).replaceAll("(?s)<!--.*?-->|<parent>.*?</parent>", "");
    }

    @Test
    void everyPublishedModuleIsInItWithThisVersion() throws IOException {
        String bom = read(Document.ROOT.resolve("bom/pom.xml"));
        List<String> managed = DEPENDENCY
                .matcher(bom)
                .results()
                .filter(found -> found.group(1).equals("dev.sanca"))
                .map(found -> found.group(2) + ":" + found.group(3))
                .filter(artifact -> !artifact.startsWith("sanca-bom:"))
                .toList();
        Set<String> modules = new TreeSet<>();
        try (Stream<Path> directories = Files.list(Document.ROOT)) {
            for (Path pom :
                    directories.map(directory -> directory.resolve("pom.xml")).toList()) {
                if (Files.exists(pom)) {
                    String artifact = read(pom).replaceFirst("(?s).*?<artifactId>([^<]+)</artifactId>.*", "$1");
                    if (!NOT_PUBLISHED.contains(artifact)) {
                        modules.add(artifact + ":" + UsersRepository.VERSION);
                    }
                }
            }
        }

        assertThat(managed).containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void nativeJarsHaveTheVersionsThatTheProjectIsTestedWith() throws IOException {
        String parent = read(Document.ROOT.resolve("pom.xml"));
        String bom = read(Document.ROOT.resolve("bom/pom.xml"));
        for (String artifact : List.of("numpy", "openblas")) {
            String version = parent.replaceFirst("(?s).*<" + artifact + ".version>([^<]+)<.*", "$1");
            assertThat(bom).containsPattern("<artifactId>" + artifact + "</artifactId>\\s*<version>" + version + "<");
        }
    }
}
