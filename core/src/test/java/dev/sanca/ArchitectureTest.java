package dev.sanca;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that byte code shows; what the rooms may use is in {@link RoomsTest}, what users see in {@link FaceTest}. */
@Tag("cpython")
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(modulePath());

    /** Where the library was compiled to. */
    static Path modulePath() {
        return ModuleFinder.of(
                        Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
                                .map(Path::of)
                                .toArray(Path[]::new))
                .find("dev.sanca")
                .flatMap(module -> module.location().map(Path::of))
                .orElseThrow();
    }

    private static void check(ArchRule rule) {
        rule.check(MAIN);
    }

    @Test
    void onlyTwoPackagesTouchNativeMemory() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.sanca.internal.ffi", "dev.sanca.internal.word")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .because("there is one door to native"));
    }

    @Test
    void usersTypesDoNotCallC() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.sanca.types", "dev.sanca")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sanca.internal.ffi")
                .because("only the layers below know C's names"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "utils", "common", "helper", "helpers", "impl", "misc"})
    void noPackageIsADrawer(String name) {
        assertThat(packages()).noneMatch(p -> Arrays.asList(p.split("\\.")).contains(name));
    }

    @Test
    void publicClassesAreFinalSealedOrInterfaces() {
        check(classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(new ArchCondition<>("be final, abstract, sealed or an interface") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Class<?> c = type.reflect();
                        boolean closed = type.isInterface()
                                || c.isSealed()
                                || Modifier.isFinal(c.getModifiers())
                                || Modifier.isAbstract(c.getModifiers())
                                || c.getPackageName().equals("dev.sanca.types") // a tree like Python's own
                                || c.getSimpleName().equals("TypeRef");
                        events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open"));
                    }
                }));
    }

    @Test
    void everyPackageIsDocumentedAndNullMarked() {
        for (String name : packages()) {
            assertThat(MAIN.contain(name + ".package-info")).as(name).isTrue();
            assertThat(MAIN.get(name + ".package-info").isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void moduleExportsWhatUsersHold() {
        ModuleDescriptor module = Python.class.getModule().getDescriptor();
        Set<String> toAll = module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        assertThat(toAll)
                .containsExactlyInAnyOrder("dev.sanca", "dev.sanca.convert", "dev.sanca.spi", "dev.sanca.types");
        assertThat(module.exports().stream().filter(ModuleDescriptor.Exports::isQualified))
                .allSatisfy(export -> assertThat(export.targets())
                        .contains("dev.sanca.cli")
                        .isSubsetOf("dev.sanca.cli", "dev.sanca.packages"));
    }

    private static Set<String> packages() {
        return MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> !p.isEmpty())
                .collect(Collectors.toSet());
    }
}
