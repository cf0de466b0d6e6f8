package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public face shows users no type of a hidden package, as {@code javap -protected} prints it: read from the class files. */
@Tag("cpython")
class FaceTest {
    private static final Pattern HIDDEN = Pattern.compile("dev/sanca/internal/[\\w/$]+");

    @Test
    void publicClassesNameNoHiddenType() {
        List<String> leaks = new ArrayList<>();
        for (ClassModel type : publicClasses()) {
            String name = type.thisClass().asInternalName();
            type.superclass().ifPresent(s -> look(name + " extends ", s.asInternalName(), leaks));
            type.interfaces().forEach(i -> look(name + " implements ", i.asInternalName(), leaks));
            type.findAttribute(Attributes.signature())
                    .ifPresent(s -> look(name + " signature ", s.signature().stringValue(), leaks));
            for (MethodModel method : type.methods()) {
                if (isSeen(method.flags().flags())) {
                    String where = name + "." + method.methodName() + " ";
                    look(where, method.methodType().stringValue(), leaks);
                    method.findAttribute(Attributes.signature())
                            .ifPresent(s -> look(where, s.signature().stringValue(), leaks));
                    method.findAttribute(Attributes.exceptions())
                            .ifPresent(e -> e.exceptions().forEach(x -> look(where, x.asInternalName(), leaks)));
                }
            }
            for (FieldModel field : type.fields()) {
                if (isSeen(field.flags().flags())) {
                    String where = name + "." + field.fieldName() + " ";
                    look(where, field.fieldType().stringValue(), leaks);
                    field.findAttribute(Attributes.signature())
                            .ifPresent(s -> look(where, s.signature().stringValue(), leaks));
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void aHiddenTypeInASignatureIsFound() {
        List<String> leaks = new ArrayList<>();
        look("x ", "(Ldev/sanca/internal/word/Word;)V", leaks);
        assertThat(leaks).singleElement().asString().contains("internal/word/Word");
    }

    /** References and tokens are made by Sanca: users see none of their constructors. */
    @Test
    void referencesHaveNoConstructorForUsers() {
        List<String> constructors = new ArrayList<>();
        for (ClassModel type : publicClasses()) {
            String name = type.thisClass().asInternalName();
            if (name.startsWith("dev/sanca/types/")
                    || Set.of("dev/sanca/Python", "dev/sanca/Scope", "dev/sanca/Py")
                            .contains(name)) {
                type.methods().stream()
                        .filter(m -> m.methodName().equalsString("<init>")
                                && isSeen(m.flags().flags()))
                        .forEach(m -> constructors.add(name));
            }
        }
        assertThat(constructors).isEmpty();
    }

    private static void look(String where, String text, List<String> leaks) {
        Matcher hidden = HIDDEN.matcher(text);
        while (hidden.find()) {
            leaks.add(where + hidden.group());
        }
    }

    private static boolean isSeen(Set<AccessFlag> flags) {
        return flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED);
    }

    private static List<ClassModel> publicClasses() {
        Set<String> exported = Python.class.getModule().getDescriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        Path root = ArchitectureTest.modulePath();
        List<ClassModel> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String folder = root.relativize(file.getParent()).toString().replace('/', '.');
                ClassModel type = parse(file);
                if (exported.contains(folder) && isSeen(flags(type))) {
                    found.add(type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }

    /** Those of a nested class as its source has them. */
    private static Set<AccessFlag> flags(ClassModel type) {
        Optional<InnerClassInfo> nested = type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(a -> a.classes().stream())
                .filter(info -> info.innerClass()
                        .asInternalName()
                        .equals(type.thisClass().asInternalName()))
                .findFirst();
        return nested.map(InnerClassInfo::flags).orElseGet(() -> type.flags().flags());
    }

    private static ClassModel parse(Path file) throws IOException {
        return ClassFile.of().parse(file);
    }
}
