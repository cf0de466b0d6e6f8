package dev.sanca.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a requirements file and of the files that it includes, without comments.
 *
 * @param lines the lines in their order
 * @param options those lines that say where packages are: {@code --index-url} and the like, with absolute paths
 * @see <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">Requirements file format, in pip's
 *     documentation</a>
 */
record Requirements(List<String> lines, List<String> options) {
    private static final Pattern INCLUDE = Pattern.compile("(?:-r|-c|--requirement|--constraint)[ =]?\\s*(.+)");
    private static final Pattern FIND_LINKS = Pattern.compile("(?:-f|--find-links)[ =]?\\s*(.+)");
    private static final Pattern SOURCE =
            Pattern.compile("(?:-i|--index-url|--extra-index-url|--no-index|--trusted-host)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");

    /**
     * Reads a file.
     *
     * @throws PackagesException if it, or one that it includes, cannot be read
     */
    static Requirements read(Path file) {
        Requirements all = new Requirements(new ArrayList<>(), new ArrayList<>());
        all.add(file.toAbsolutePath().normalize(), new HashSet<>());
        return all;
    }

    /** A text that changes when the requirements do, and not with comments. */
    String digest() {
        return Sha256.of(String.join("\n", lines));
    }

    private void add(Path file, Set<Path> seen) {
        if (!seen.add(file)) {
            return;
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new PackagesException(
                    "The requirements file " + file + " cannot be read: " + e.getMessage()
                            + ". Correct its name, or make the file.",
                    e);
        }
        Path folder = file.resolveSibling("");
        for (String raw : text.replaceAll("\\\\\\R\\s*", "").lines().toList()) {
            String line = COMMENT.matcher(raw).replaceFirst("").strip();
            Matcher include = INCLUDE.matcher(line);
            Matcher links = FIND_LINKS.matcher(line);
            if (line.isEmpty()) {
                continue;
            }
            lines.add(line);
            if (include.matches()) {
                add(folder.resolve(include.group(1).strip()).normalize(), seen);
            } else if (links.matches()) {
                String where = links.group(1).strip();
                Path local = where.contains(":") ? folder : folder.resolve(where);
                options.add("--find-links " + (where.contains(":") || !Files.exists(local) ? where : local.toString()));
            } else if (SOURCE.matcher(line).matches()) {
                options.add(line);
            }
        }
    }
}
