package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.Prototypes.Prototype;
import dev.sanca.testing.OwnershipExtension;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every {@link Downcall#OBJECT} of the header classes, as their byte code has it, against the headers. */
@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class MarkedWordsTest {
    private static final Pattern OBJECT =
            Pattern.compile("(struct\\s+)?(Py\\w*Object|_object|_typeobject|_frame)\\s*\\*\\s*\\w*");

    @Test
    void objectsAreMarkedAndNothingElse() throws Exception {
        Map<String, Prototype> prototypes = Prototypes.all();
        Assumptions.assumeFalse(prototypes.isEmpty(), "this Python comes without headers");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, List<Boolean>> made : marks().entrySet()) {
            Prototype prototype = prototypes.get(made.getKey());
            if (prototype != null) {
                compared++;
                List<Boolean> expected = marks(prototype);
                if (!made.getValue().equals(expected)) {
                    wrong.add(made.getKey() + ": ours " + made.getValue() + ", header " + expected);
                }
            }
        }
        if (LibPython.isAtLeast(3, 13)) { // has an argument more, for which there is no handle
            wrong.removeIf(line -> line.startsWith("_PyLong_AsByteArray"));
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(400);
    }

    /** For the result, unless there is none, and each parameter: whether it is an object. */
    private static List<Boolean> marks(Prototype prototype) {
        Stream<String> result = prototype.result().trim().equals("void") ? Stream.of() : Stream.of(prototype.result());
        return Stream.concat(result, prototype.parameters().stream())
                .map(type -> OBJECT.matcher(type.replace("const", " ").trim()).matches())
                .toList();
    }

    /** The same, for each handle: the constants between its name and the call that makes it. */
    private static Map<String, List<Boolean>> marks() throws Exception {
        Map<String, List<Boolean>> marks = new TreeMap<>();
        for (Path file : HeadersTest.headerClasses()) {
            ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
            for (MethodModel method : model.methods()) {
                if (method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) {
                    method.code().ifPresent(code -> collect(code.elementList(), marks));
                }
            }
        }
        return marks;
    }

    private static void collect(List<CodeElement> code, Map<String, List<Boolean>> marks) {
        String name = "";
        List<Boolean> layouts = new ArrayList<>();
        for (CodeElement element : code) {
            switch (element) {
                case LoadConstantInstruction load
                when load.constantValue() instanceof String text -> {
                    name = text;
                    layouts = new ArrayList<>();
                }
                case FieldInstruction field
                when field.typeSymbol().displayName().contains("OfLong") ->
                    layouts.add(field.name().equalsString("OBJECT"));
                case FieldInstruction field
                when field.typeSymbol().displayName().startsWith("ValueLayout")
                        || field.typeSymbol().displayName().equals("AddressLayout") -> layouts.add(false);
                case InvokeInstruction call
                when call.owner().name().stringValue().endsWith("/Downcall")
                        && !call.name().equalsString("unreachable") -> marks.put(name, layouts);
                default -> {}
            }
        }
    }
}
