package dev.sanca.cpython.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.OwnershipExtension;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every function of the header classes, against the loaded library and, where they are installed, its headers. */
@ExtendWith({OwnershipExtension.class, RawPython.class})
class HeadersTest {
    private static final Pattern PROTOTYPE = Pattern.compile(
            "PyAPI_FUNC\\(([^)]*)\\)\\s*(\\w+)\\s*\\(((?:[^()]|\\([^()]*\\)(?:\\s*\\([^()]*\\))?)*)\\)");

    @Test
    void functionIsInLibraryOrDeclaredOptional() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Method function : functions()) {
            boolean present = LibPython.has(function.getName());
            String flag = "HAS_" + function.getName();
            boolean declared = Stream.of(function.getDeclaringClass().getFields())
                    .anyMatch(field -> field.getName().equals(flag));
            if (!declared && !present) {
                wrong.add(function.getName() + " is missing");
            }
            // Of _PyLong_AsByteArray only one of two signatures is ours.
            if (declared && !flag.equals("HAS__PyLong_AsByteArray")) {
                boolean has = function.getDeclaringClass().getField(flag).getBoolean(null);
                if (has != present) {
                    wrong.add(flag + " is " + has);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(functions()).hasSizeGreaterThan(500);
    }

    @Test
    void signatureAgreesWithHeader() throws Exception {
        Map<String, String> prototypes = prototypes();
        Assumptions.assumeFalse(prototypes.isEmpty(), "this Python comes without headers");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Method function : functions()) {
            String expected = prototypes.get(function.getName());
            boolean heapVariant = Stream.of(function.getParameterTypes()).anyMatch(Class::isArray);
            if (expected != null && !heapVariant) {
                compared++;
                String actual = signature(function);
                if (!actual.equals(expected)) {
                    wrong.add(function.getName() + ": ours " + actual + ", header " + expected);
                }
            }
        }
        if (LibPython.isAtLeast(3, 13)) {
            wrong.removeIf(line -> line.startsWith("_PyLong_AsByteArray"));
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(400);
    }

    private static String signature(Method function) {
        StringBuilder text = new StringBuilder(function.getReturnType().getName()).append('(');
        for (Class<?> parameter : function.getParameterTypes()) {
            text.append(parameter.getName()).append(' ');
        }
        return text.toString().trim() + ')';
    }

    private static Map<String, String> prototypes() throws Exception {
        Map<String, String> found = new TreeMap<>();
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
                    found.putIfAbsent(matcher.group(2), javaSignature(matcher.group(1), matcher.group(3)));
                }
            }
        }
        return found;
    }

    private static String javaSignature(String result, String parameters) {
        StringBuilder text = new StringBuilder(javaType(result)).append('(');
        String rest = parameters.replaceAll("\\([^()]*\\)", "*").trim(); // a function pointer is a pointer
        if (!rest.equals("void") && !rest.isEmpty()) {
            for (String parameter : rest.split(",", -1)) {
                text.append(javaType(parameter)).append(' ');
            }
        }
        return text.toString().trim() + ')';
    }

    /** The Java type for a C type, with or without the name of a parameter. */
    private static String javaType(String c) {
        String type = c.replace("const", " ").trim();
        if (type.contains("*") || type.contains("[")) {
            return "long";
        }
        String first = type.split("\\s+", 2)[0];
        return switch (first) {
            case "void" -> "void";
            case "double" -> "double";
            case "int",
                    "char",
                    "int32_t",
                    "uint32_t",
                    "Py_UCS4",
                    "PyGILState_STATE",
                    "PySendResult",
                    "Py_ssize_clean_t" -> "int";
            case "unsigned" -> type.matches("unsigned\\s+(int|char)\\b.*") ? "int" : "long";
            default -> "long";
        };
    }

    /** The functions of libpython: of all classes here that are named after a header. */
    private static List<Method> functions() throws Exception {
        Path here = Path.of(LibPython.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/sanca/cpython/ffi");
        List<Method> functions = new ArrayList<>();
        try (Stream<Path> files = Files.list(here)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("_h.class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                for (Method method :
                        Class.forName("dev.sanca.cpython.ffi." + name).getMethods()) {
                    if (Modifier.isStatic(method.getModifiers())) {
                        functions.add(method);
                    }
                }
            }
        }
        return functions;
    }
}
