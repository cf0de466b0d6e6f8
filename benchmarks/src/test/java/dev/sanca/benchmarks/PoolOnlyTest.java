package dev.sanca.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolOnlyTest {
    @Test
    void nothingAsksTheCollectorInTheCopies(@TempDir Path folder) throws IOException {
        PoolOnly.write(folder);
        assertThat(method(folder.resolve("dev/sanca/internal/reference/Pressure.class"), "request")
                        .code()
                        .orElseThrow())
                .hasSize(1)
                .first()
                .isInstanceOf(ReturnInstruction.class);
        assertThat(method(folder.resolve("dev/sanca/internal/reference/Pressure.class"), "relieve")
                        .code()
                        .orElseThrow())
                .hasSizeGreaterThan(1);
    }

    private static MethodModel method(Path type, String name) throws IOException {
        return ClassFile.of().parse(type).methods().stream()
                .filter(method -> method.methodName().equalsString(name))
                .findFirst()
                .orElseThrow();
    }
}
