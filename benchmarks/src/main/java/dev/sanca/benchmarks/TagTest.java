package dev.sanca.benchmarks;

import dev.sanca.internal.word.IntReads;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ConstantDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies of the classes that read words, without the test for tags. */
final class TagTest {
    private static final List<Class<?>> CLASSES = List.of(Word.class, TypeReads.class, IntReads.class);

    private TagTest() {}

    /** Writes the copies into a folder, to be put before the original classes. */
    static void takeOut(Path folder) throws IOException {
        for (Class<?> type : CLASSES) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getResourceAsStream('/' + name)) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                ClassFile format = ClassFile.of();
                Files.write(
                        file,
                        format.transformClass(
                                format.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(code())));
            }
        }
    }

    /**
     * {@code word & 3} becomes {@code word & 0} where it is compared with 0, and is never true. The test for several words at
     * once compares with the number of pointers, which becomes one that only NULL does not fall below.
     */
    private static CodeTransform code() {
        return new CodeTransform() {
            private final List<CodeElement> held = new ArrayList<>();

            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                ConstantDesc constant = element instanceof ConstantInstruction c ? c.constantValue() : "";
                if (held.size() == 1 && element instanceof OperatorInstruction o && o.opcode() == Opcode.LAND) {
                    held.add(element);
                    return;
                }
                if (held.size() == 2 && constant.equals(0L)) {
                    builder.pop2().pop2().lconst_0();
                    held.clear();
                }
                atEnd(builder);
                if (constant.equals(3L)) {
                    builder.with(element); // pushed all the same, for pop2
                    held.add(element);
                } else if (constant.equals((1L << 62) - 1)) {
                    builder.loadConstant(-1L);
                } else {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(CodeBuilder builder) {
                held.stream().skip(1).forEach(builder::with);
                held.clear();
            }
        };
    }
}
