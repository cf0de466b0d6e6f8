package dev.sanca.internal.ffi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the headers beside the loaded library declare. */
final class Prototypes {
    private static final Pattern PROTOTYPE = Pattern.compile(
            "PyAPI_FUNC\\(([^)]*)\\)\\s*(\\w+)\\s*\\(((?:[^()]|\\([^()]*\\)(?:\\s*\\([^()]*\\))?)*)\\)");

    private Prototypes() {}

    /**
     * One function.
     *
     * @param result its type in C
     * @param parameters their types in C, with or without their names; a pointer to a function is {@code "*"}
     */
    record Prototype(String result, List<String> parameters) {}

    /** By the name of the function; empty where this Python comes without headers. */
    static Map<String, Prototype> all() throws IOException {
        Map<String, Prototype> found = new TreeMap<>();
        Path include = Objects.requireNonNull(LibPython.path()).resolveSibling("include");
        if (!Files.isDirectory(include)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(include)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".h")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1)
                        .replaceAll("(?s)/\\*.*?\\*/", " ")
                        .replaceAll("//.*", " ");
                Matcher matcher = PROTOTYPE.matcher(text);
                while (matcher.find()) {
                    found.putIfAbsent(matcher.group(2), new Prototype(matcher.group(1), parameters(matcher.group(3))));
                }
            }
        }
        return found;
    }

    private static List<String> parameters(String text) {
        String rest = text.replaceAll("\\([^()]*\\)", "*").trim(); // a function pointer is a pointer
        List<String> parameters = new ArrayList<>();
        if (!rest.equals("void") && !rest.isEmpty()) {
            for (String parameter : rest.split(",", -1)) {
                parameters.add(parameter.trim());
            }
        }
        return parameters;
    }
}
