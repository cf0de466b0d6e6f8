package dev.sanca.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Copies of Sanca's classes that keep every reference that is not closed until its scope ends: they neither look what the
 * Java collector has found unreachable nor ask it to look. The collector itself runs as ever.
 */
final class PoolOnly {
    /** What does nothing in the copies. */
    private static final Map<String, List<String>> IDLE = Map.of(
            "dev/sanca/internal/reference/ScopeStack.class", List.of("releaseUnreachable"),
            "dev/sanca/internal/reference/Pressure.class", List.of("countRetired", "request"));

    private PoolOnly() {}

    /** Writes the copies into a folder, to be put before the original classes. */
    static void write(Path folder) throws IOException {
        for (Map.Entry<String, List<String>> type : IDLE.entrySet()) {
            Path file = folder.resolve(type.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, copy(type.getKey(), type.getValue()));
        }
    }

    private static byte[] copy(String type, List<String> idle) throws IOException {
        try (InputStream in = dev.sanca.Python.class.getResourceAsStream('/' + type)) {
            ClassFile format = ClassFile.of();
            ClassModel model = format.parse(in.readAllBytes());
            for (String name : idle) {
                if (model.methods().stream()
                        .noneMatch(method -> method.methodName().equalsString(name))) {
                    throw new IllegalStateException("there is no method " + name + " in " + type);
                }
            }
            MethodTransform returning = (builder, element) -> {
                if (element instanceof CodeModel) {
                    builder.withCode(code -> code.return_());
                } else {
                    builder.with(element);
                }
            };
            return format.transformClass(
                    model,
                    ClassTransform.transformingMethods(
                            method -> idle.contains(method.methodName().stringValue()), returning));
        }
    }
}
