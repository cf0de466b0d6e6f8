package dev.sanca.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is what the tests run, and what they point to is there. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern XML_BLOCK = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** A test in first-hour/ takes the files of users from it and builds them. */
    private static final Path GETTING_STARTED = ROOT.resolve("docs/getting-started.md");

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path directory : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of the project, named by its path. */
    static String page(String name) {
        return read(ROOT.resolve(name));
    }

    /** Code without white space: the formatter may break a line anywhere. */
    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String examples() throws IOException {
        StringBuilder examples = new StringBuilder();
        for (String module : List.of("examples", "spring-boot-example", "cookbook")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                examples.append(files.filter(file -> file.toString().endsWith(".java")
                                && !file.toString().contains("/target/"))
                        .map(file -> plain(read(file)))
                        .collect(joining("\n")));
            }
        }
        return examples.toString();
    }

    @Test
    void whatThePageOnPackingShowsIsWhatIsPacked() {
        String poms = Stream.of("spring-boot-example/pom.xml", "shipping/pom.xml", "spring-boot-starter/pom.xml")
                .map(pom -> plain(read(ROOT.resolve(pom)).replaceAll("<!--(?s:.*?)-->", "")))
                .collect(joining("\n"));
        List<String> blocks = XML_BLOCK
                .matcher(read(ROOT.resolve("docs/spring-boot-docker-jlink.md")))
                .results()
                .map(block -> plain(block.group(1).replaceAll("<version>.*?</version>", "")))
                .toList();

        assertThat(blocks).hasSize(3).allSatisfy(block -> assertThat(poms).contains(block));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void codeBlocksAreTakenFromTestedSources(Path document) throws IOException {
        if (document.equals(GETTING_STARTED)) {
            return;
        }
        String sources = examples();
        JAVA_BLOCK
                .matcher(read(document))
                .results()
                .map(block -> plain(block.group(1)))
                .forEach(block ->
                        assertThat(sources).as("a code block of %s", document).contains(block));
    }

    @ParameterizedTest
    @CsvSource({
        "coming-from-pyo3, ComingFromPyO3Snippets, 30",
        "coming-from-jep, ComingFromOthersSnippets, 12",
        "coming-from-jpype, ComingFromOthersSnippets, 12",
        "coming-from-graalpy, ComingFromOthersSnippets, 12"
    })
    void theTablesOfPeersAreTakenFromTestedSources(String page, String snippetsClass, int least) {
        String snippets = plain(read(Path.of("src/test/java/dev/sanca/examples", snippetsClass + ".java")));
        List<String> shown = read(ROOT.resolve("docs/" + page + ".md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(?<!\\\\)\\|", -1)[2])
                .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)))
                .filter(code -> code.contains("("))
                .toList();

        assertThat(shown).hasSizeGreaterThanOrEqualTo(least);
        assertThat(shown).allSatisfy(code -> assertThat(snippets).contains(plain(code)));
    }

    @Test
    void theStepsOfTheTutorialAreListedInTheirOrder() {
        Pattern step = Pattern.compile("@Order\\(\\d+\\)\\s+void (\\w+)\\(");
        List<String> steps = step.matcher(read(Path.of("src/test/java/dev/sanca/examples/TutorialTest.java")))
                .results()
                .map(method -> method.group(1))
                .toList();
        List<String> listed = read(ROOT.resolve("docs/tutorial.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .toList();

        assertThat(listed).hasSizeGreaterThan(10).isEqualTo(steps);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) {
        assertThat(LINK.matcher(read(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }
}
