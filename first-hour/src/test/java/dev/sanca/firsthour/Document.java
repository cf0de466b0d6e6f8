package dev.sanca.firsthour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The blocks of code of a page of the project, as they stand. */
record Document(String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Document README = read("README.md");
    static final Document GETTING_STARTED = read("docs/getting-started.md");

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^## (.*)$", Pattern.MULTILINE);

    private static Document read(String page) {
        try {
            return new Document(Files.readString(ROOT.resolve(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part below a heading. */
    Document part(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new AssertionError("there is no heading '" + heading + "'");
        }
        int end = text.indexOf("\n## ", start + 1);
        return new Document(text.substring(start, end < 0 ? text.length() : end));
    }

    /** The blocks of one language, in their order. */
    List<String> blocks(String language) {
        return results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The only block of a language. */
    String block(String language) {
        List<String> blocks = blocks(language);
        if (blocks.size() != 1) {
            throw new AssertionError("not one block of " + language + " but " + blocks);
        }
        return blocks.getFirst();
    }

    /** The headings of the parts that have blocks of code. */
    List<String> headingsWithCode() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1))
                .filter(heading -> part(heading).results().findAny().isPresent())
                .toList();
    }

    private Stream<MatchResult> results() {
        return BLOCK.matcher(text).results();
    }
}
