package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sanca.testing.ChildJvm;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tests mirror the public classes: one that looks for the test of a class finds it by the name of the class. */
@Tag("cpython")
class MirrorTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(ArchitectureTest.modulePath());
    private static final JavaClasses TESTS = new ClassFileImporter().importPath(ChildJvm.testClasses());

    /** These are overridden, or called by the language. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private static List<JavaClass> publicClasses() {
        Set<String> exported = Python.class.getModule().getDescriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(Exports::source)
                .filter(name -> !name.equals("dev.sanca.internal.word")) // exported for benchmarks only
                .collect(Collectors.toSet());
        return MAIN.stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .toList();
    }

    @Test
    void everyPublicClassHasATestOfItsName() {
        List<JavaClass> classes = publicClasses();
        assertThat(classes).hasSizeGreaterThan(50);
        assertThat(classes)
                .filteredOn(type -> !TESTS.contain(type.getName() + "Test"))
                .extracting(JavaClass::getName)
                .as("public classes without a test of their name")
                .isEmpty();
    }

    /** Methods of an interface are left out: they are implemented by others, for Sanca to call. */
    @Test
    void everyPublicMethodIsCalledByTheTestOfItsClass() {
        assertThat(publicClasses().stream()
                        .filter(type -> !type.isInterface())
                        .flatMap(type -> type.getMethods().stream())
                        .filter(MirrorTest::isForUsers)
                        .filter(method -> !isCalledByItsTest(method)))
                .extracting(JavaMethod::getFullName)
                .as("public methods that no test of their class calls")
                .isEmpty();
    }

    private static boolean isForUsers(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE)
                && !OF_EVERY_OBJECT.contains(method.getName());
    }

    private static boolean isCalledByItsTest(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return testsOf(owner)
                .flatMap(test -> test.getAccessesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .filter(CodeUnitAccessTarget.class::isInstance)
                .map(CodeUnitAccessTarget.class::cast)
                .anyMatch(target -> target.getName().equals(method.getName())
                        && target.getOwner().isAssignableTo(owner.getName())
                        && isSame(method, target));
    }

    private static boolean isSame(JavaMethod method, CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList()
                .equals(method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList());
    }

    /** The test of a class, and what stands in its file or beside it under a longer name, such as PyAnyInJavaTest. */
    private static Stream<JavaClass> testsOf(JavaClass type) {
        return TESTS.stream().filter(test -> {
            String top = test.getName().split("\\$", 2)[0];
            return top.startsWith(type.getName()) && top.endsWith("Test");
        });
    }

    @Test
    void programsStandApartFromTests() {
        assertThat(TESTS.stream()
                        .filter(type -> type.getName().split("\\$", 2)[0].endsWith("Test"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().equals("main")
                                && method.getModifiers().contains(JavaModifier.STATIC)))
                .extracting(JavaMethod::getFullName)
                .as("programs inside of tests")
                .isEmpty();
    }
}
