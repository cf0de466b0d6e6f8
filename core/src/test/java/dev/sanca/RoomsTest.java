package dev.sanca;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sanca.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rooms behind the face, {@code dev.sanca.internal.*}: a graph without circles, drawn from the byte code. */
@Tag("cpython")
class RoomsTest {
    private static final String ROOMS = "dev.sanca.internal.";
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(ArchitectureTest.modulePath());

    /**
     * What the rooms may know of the face: the words of its contract, and the objects that a user hands over or gets. They are made
     * and opened through two doors, {@code engine.Face} and {@code reference.ReferenceDoor}.
     */
    private static final Set<String> FACE = Set.of(
            "dev.sanca.Kwargs",
            "dev.sanca.Py",
            "dev.sanca.Python",
            "dev.sanca.PythonConfig",
            "dev.sanca.PythonConfigException",
            "dev.sanca.PythonException",
            "dev.sanca.PythonFunctionBody",
            "dev.sanca.PythonInstallation",
            "dev.sanca.convert.Converter",
            "dev.sanca.convert.Fraction",
            "dev.sanca.convert.TypeRef",
            "dev.sanca.spi.BundledPython",
            "dev.sanca.spi.PythonRuntime",
            "dev.sanca.types.PyAny",
            "dev.sanca.types.PyBaseException",
            "dev.sanca.types.PyCFunction",
            "dev.sanca.types.PyCode",
            "dev.sanca.types.PyDict",
            "dev.sanca.types.PyList",
            "dev.sanca.types.PyModule");

    @Test
    void roomsFormNoCircle() {
        slices().matching(ROOMS + "(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void roomsKnowOfTheFaceWhatIsListedOnly() {
        Set<String> known = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (type.getPackageName().startsWith(ROOMS) && !isInitialisation(type)) {
                for (Dependency d : type.getDirectDependenciesFromSelf()) {
                    String target = topLevel(d.getTargetClass());
                    if (target.startsWith("dev.sanca.") && !target.startsWith(ROOMS)) {
                        known.add(target);
                    }
                }
            }
        }
        assertThat(known).isSubsetOf(FACE);
    }

    /** The lowest rooms know nothing of the face. */
    @Test
    void nativeRoomsKnowNothingOfTheFace() {
        for (JavaClass type : MAIN) {
            if (Set.of(ROOMS + "ffi", ROOMS + "word").contains(type.getPackageName())) {
                assertThat(type.getDirectDependenciesFromSelf())
                        .extracting(d -> topLevel(d.getTargetClass()))
                        .filteredOn(name -> name.startsWith("dev.sanca."))
                        .allMatch(name -> name.startsWith(ROOMS));
            }
        }
    }

    /** The picture in ARCHITECTURE.md is this one. */
    @Test
    void pictureShowsTheRoomsAsTheyAre() throws IOException {
        Path page = Tree.root().resolve("ARCHITECTURE.md");
        assertThat(Files.readString(page))
                .as("ARCHITECTURE.md has this picture:%n%s", picture())
                .contains("```\n" + picture() + "```");
    }

    /** Each room with the rooms that it uses, from the top; a room uses only rooms below it. */
    private static String picture() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : MAIN) {
            if (type.getPackageName().startsWith(ROOMS)) {
                Set<String> used = uses.computeIfAbsent(room(type), r -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(target -> target.getPackageName().startsWith(ROOMS))
                        .map(RoomsTest::room)
                        .filter(target -> !target.equals(room(type)))
                        .forEach(used::add);
            }
        }
        StringBuilder lines = new StringBuilder();
        Set<String> left = new TreeSet<>(uses.keySet());
        while (!left.isEmpty()) {
            Set<String> top = left.stream()
                    .filter(room ->
                            left.stream().noneMatch(other -> uses.get(other).contains(room)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(top).as("rooms without a circle").isNotEmpty();
            for (String room : top) {
                Set<String> used = uses.get(room);
                lines.append(
                        "%-10s -> %s%n".formatted(room, used.isEmpty() ? "(no other room)" : String.join(", ", used)));
            }
            left.removeAll(top);
        }
        return lines.toString();
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOMS.length()).replaceAll("\\..*", "");
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceAll("\\$.*|\\[", "").replaceAll("^L|;$", "");
    }

    /** Names what has to be initialised at the start, and calls it. */
    private static boolean isInitialisation(JavaClass type) {
        return Set.of("ClassInitialization", "WarmUp").contains(type.getSimpleName());
    }
}
