package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message in the sources is explained in docs/errors.md. */
class ErrorsPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern THROWN =
            Pattern.compile("(?:new \\w*(?:Exception|Error|Refusal|Missing)|Errors\\.(?:of|raise)|Refusal\\.\\w+)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Shorter pieces say too little to look for. */
    private static final int LEAST = 20;

    /** A message may continue in the sources as it does not on the page. */
    private static final int COMPARED = 32;

    @Test
    void everyMessageIsOnThePage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/errors.md")).replaceAll("\\s+", " ");
        List<String> missing = new ArrayList<>();
        int messages = 0;
        for (String module : List.of("core", "bundle", "packages", "graalpy", "spring-boot-starter", "scripting")) {
            for (Path file : sources(ROOT.resolve(module).resolve("src/main/java"))) {
                for (String message : messages(Files.readString(file))) {
                    messages++;
                    String start = message.substring(0, Math.min(COMPARED, message.length()));
                    if (!page.contains(start.strip())) {
                        missing.add(file.getFileName() + ": " + message);
                    }
                }
            }
        }
        assertThat(messages).isGreaterThan(80);
        assertThat(missing)
                .as("messages without a row in docs/errors.md; add cause and fix there")
                .isEmpty();
    }

    private static List<Path> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first long piece of text of each exception that is made. */
    private static List<String> messages(String source) {
        List<String> messages = new ArrayList<>();
        Matcher thrown = THROWN.matcher(source);
        while (thrown.find()) {
            String arguments = upToClosing(source, thrown.end()).replaceAll("\"\\s*\\+\\s*\"", "");
            TEXT.matcher(arguments)
                    .results()
                    .map(text -> text.group(1).replace("\\\"", "\""))
                    .filter(text -> text.length() >= LEAST && !text.startsWith("PyExc_"))
                    .findFirst()
                    .ifPresent(messages::add);
        }
        return messages;
    }

    private static String upToClosing(String source, int start) {
        int depth = 1;
        boolean inText = false;
        int i = start;
        for (; i < source.length() && depth > 0; i++) {
            switch (source.charAt(i)) {
                case '\\' -> i++;
                case '"' -> inText = !inText;
                case '(' -> depth += inText ? 0 : 1;
                case ')' -> depth -= inText ? 0 : 1;
                default -> {}
            }
        }
        return source.substring(start, i);
    }
}
