package dev.sanca.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The column of GraalPy: what Maven has just reported of the tests of its module, which needs a class path of its own. */
final class GraalPyReports {
    static final Column COLUMN = new Column(
            "GraalPy", "from Maven Central, the tests of module `graalpy`", Path.of(""), List.of(), Optional.empty());

    private static final Pattern TEST = Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"");
    private static final Pattern ENDING = Pattern.compile("<(failure|error|skipped)(?: message=\"([^\"]*)\")?");

    private GraalPyReports() {}

    /** Reads the reports below {@code root}; left out if there is none. */
    static Results read(Path root) throws IOException {
        Path folder = root.resolve("graalpy/target/surefire-reports");
        if (!Files.isDirectory(folder)) {
            return Results.leftOut("its tests were not run");
        }
        List<Line> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("TEST-"))
                    .sorted()
                    .toList()) {
                tests.addAll(read(Files.readAllLines(file)));
            }
        }
        return new Results("", "", tests);
    }

    private static List<Line> read(List<String> report) {
        List<Line> tests = new ArrayList<>();
        for (String text : report) {
            Matcher test = TEST.matcher(text);
            if (test.find()) {
                tests.add(new Line(test.group(2), test.group(1), Outcome.PASSED, ""));
            }
            Matcher ending = ENDING.matcher(text.strip());
            if (ending.lookingAt() && !tests.isEmpty()) {
                Outcome outcome = ending.group(1).equals("skipped") ? Outcome.OMITTED : Outcome.FAILED;
                String why = Optional.ofNullable(ending.group(2)).orElse(ending.group(1));
                tests.add(tests.removeLast().with(outcome, unescaped(why)));
            }
        }
        return tests;
    }

    private static String unescaped(String xml) {
        return xml.replace("&#10;", "\n")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
