package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.Prototypes.Prototype;
import dev.sanca.testing.OwnershipExtension;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every function of the header classes, against the loaded library and, where they are installed, its headers. */
@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class HeadersTest {

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
        Map<String, Prototype> prototypes = Prototypes.all();
        Assumptions.assumeFalse(prototypes.isEmpty(), "this Python comes without headers");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Method function : functions()) {
            Prototype prototype = prototypes.get(function.getName());
            boolean heapVariant = Stream.of(function.getParameterTypes()).anyMatch(Class::isArray);
            if (prototype != null && !heapVariant) {
                compared++;
                String expected = javaSignature(prototype);
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

    private static String javaSignature(Prototype prototype) {
        StringBuilder text = new StringBuilder(javaType(prototype.result())).append('(');
        for (String parameter : prototype.parameters()) {
            text.append(javaType(parameter)).append(' ');
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
        List<Method> functions = new ArrayList<>();
        for (Path file : headerClasses()) {
            String name = file.getFileName().toString().replace(".class", "");
            for (Method method : Class.forName("dev.sanca.internal.ffi." + name).getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    functions.add(method);
                }
            }
        }
        return functions;
    }

    /** The compiled classes that are named after a header. */
    static List<Path> headerClasses() throws Exception {
        Path here = Path.of(LibPython.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/sanca/internal/ffi");
        try (Stream<Path> files = Files.list(here)) {
            return files.filter(f -> f.toString().endsWith("_h.class")).toList();
        }
    }
}
