package dev.sanca.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one build put into a jar: the wheels of the application's packages, and the application's own Python files.
 *
 * <p>The file is written by {@code sanca-maven-plugin}. It has one line for each thing, between a line that begins it and
 * a line {@code end}. So the files of several jars can be put one after the other, as a shaded jar does with resources
 * that have the same name.
 *
 * @param python the first two numbers of the Python version, such as {@code "3.14"}
 * @param platforms the classifiers for which there are wheels
 * @param wheels the wheels of all platforms
 * @param sources the application's own files
 * @param key a text that is the same only if all of this is
 */
record PackageIndex(String python, Set<String> platforms, List<Wheel> wheels, List<Source> sources, String key) {
    /** The name of the resource. */
    static final String RESOURCE = "META-INF/sanca/packages/index";

    private static final String BEGIN = "sanca packages 1";

    /**
     * A wheel.
     *
     * @param platforms the classifiers that use it
     * @param sha256 the hash of its content, in hexadecimal digits
     * @param fileName the name that ends in {@code .whl}
     */
    record Wheel(Set<String> platforms, String sha256, String fileName) {}

    /**
     * A file of {@code src/main/python}.
     *
     * @param sha256 the hash of its content, in hexadecimal digits
     * @param path the path below that folder, with slashes
     */
    record Source(String sha256, String path) {}

    PackageIndex {
        platforms = Set.copyOf(platforms);
        wheels = List.copyOf(wheels);
        sources = List.copyOf(sources);
    }

    /**
     * Reads the indexes of a file.
     *
     * @param lines the lines of the file
     * @param where the file, for the message of an error
     * @throws IOException if the file is damaged, or of a later version of Sanca
     */
    static List<PackageIndex> parse(List<String> lines, String where) throws IOException {
        List<PackageIndex> indexes = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("end")) {
                indexes.add(parseOne(lines.subList(begin, i), where));
                begin = i + 1;
            }
        }
        if (begin != lines.size() || indexes.isEmpty()) {
            throw damaged(where, null);
        }
        return indexes;
    }

    private static PackageIndex parseOne(List<String> lines, String where) throws IOException {
        try {
            if (!lines.getFirst().equals(BEGIN)) {
                throw damaged(where, null);
            }
            List<Wheel> wheels = new ArrayList<>();
            List<Source> sources = new ArrayList<>();
            for (String line : lines.subList(3, lines.size())) {
                String[] words = line.split(" ", 4);
                switch (words[0]) {
                    case "wheel" -> wheels.add(new Wheel(Set.of(words[1].split(",", -1)), words[2], words[3]));
                    case "source" -> sources.add(new Source(words[1], line.substring(8 + words[1].length())));
                    default -> throw damaged(where, null);
                }
            }
            return new PackageIndex(
                    value(lines.get(1), "python "),
                    Set.of(value(lines.get(2), "platforms ").split(" ", -1)),
                    wheels,
                    sources,
                    String.join("\n", lines));
        } catch (RuntimeException e) {
            throw damaged(where, e);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(name.length());
    }

    private static IOException damaged(String where, @Nullable RuntimeException cause) {
        return new IOException(
                "The index of Python packages " + where + " is damaged, or was written by a later version of"
                        + " sanca-maven-plugin than this sanca-cpython. Build the application again, with one version of both.",
                cause);
    }
}
