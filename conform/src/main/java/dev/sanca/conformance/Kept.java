package dev.sanca.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of a whole column, kept for a later run that would test the same: beside them is a fingerprint of the command
 * and of the compiled classes that it names.
 *
 * @param results the file of results
 * @param fingerprint of what they are, or are going to be, the results of
 */
record Kept(Path results, String fingerprint) {
    static Kept of(Path root, List<String> command, Path results) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String words = String.join("\n", command);
            digest.update(words.getBytes(StandardCharsets.UTF_8));
            for (String word : words.split("[\n:=]", -1)) {
                if (word.startsWith(root.toString()) && word.endsWith("classes")) {
                    add(digest, Path.of(word));
                }
            }
            return new Kept(results, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void add(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    /** Whether the file has results of just this, to the suite's end. */
    boolean isValid() throws IOException {
        return read(mark()).contains(fingerprint) && read(results).contains(Line.END);
    }

    void forget() throws IOException {
        Files.deleteIfExists(mark());
        Files.deleteIfExists(results);
    }

    void keep() throws IOException {
        Files.writeString(mark(), fingerprint);
    }

    private Path mark() {
        return results.resolveSibling(results.getFileName() + ".of");
    }

    /** A file's lines, none if there is no such file. */
    static List<String> read(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
