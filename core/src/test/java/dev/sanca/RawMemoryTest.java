package dev.sanca;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Only {@code dev.sanca.internal.word} knows the layout of objects: no other class can read or write memory at an object's
 * word. By the constant pools of all compiled classes, which name every method that is called or referred to.
 */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class RawMemoryTest {
    private static final String ABI = "dev/sanca/internal/word/";
    private static final String FFI = "dev/sanca/internal/ffi/";
    private static final String MEMORY = FFI + "Memory";
    private static final String SEGMENT = "java/lang/foreign/MemorySegment";

    /** Classes of {@code internal.ffi} that read fields: of C's structures and of Python's state, never of objects. */
    private static final Set<String> STRUCTURES = Set.of(
            "CStack", // the control block of a stack
            "GilStateBinding", // of a PyThreadState
            "HardLimit", // of a PyThreadState
            "JvmEnvironments", // the tables of functions of JNI and JVM TI
            "JvmShutdown", // arguments of JNI
            "LeftError", // of a PyThreadState
            "LibPython", // a variable of the library
            "MainThread", // a variable of _PyRuntime
            "Memory",
            "PyCompilerFlags",
            "PyMethodDef",
            "Py_buffer",
            "StackBounds", // what pthread_attr_getstack fills
            "StackGuard$Limits", // of a PyThreadState
            "StackSwitch", // tables of functions
            "StackPointer", // jmp_buf and ucontext_t
            "ThreadKey", // of a pthread_t
            "ThreadLocalKey", // of a PyThreadState
            "TypeSpec", // PyType_Spec, PyType_Slot, PyMemberDef
            "WordArray",
            "libc"); // sigaction

    /** Who copies blocks: elements of buffers, digits and characters that C has put into memory of the caller. */
    private static final Set<String> COPIERS = Set.of(
            FFI + "Memory",
            FFI + "Py_buffer",
            FFI + "GilStateBinding",
            FFI + "LeftError",
            FFI + "ThreadLocalKey",
            FFI + "RecursionCounter",
            FFI + "Segments",
            FFI + "StackSwitch",
            "dev/sanca/internal/cpython/BufferView",
            "dev/sanca/internal/derived/BufferCopy",
            "dev/sanca/internal/derived/DerivedContainers",
            "dev/sanca/internal/cpython/CPythonNumbers",
            "dev/sanca/internal/cpython/CPythonText",
            "dev/sanca/internal/convert/ArrayWriters",
            "dev/sanca/internal/convert/ByteArrays",
            "dev/sanca/internal/convert/CharArrays",
            "dev/sanca/internal/convert/DoubleArrays",
            "dev/sanca/internal/convert/FloatArrays",
            "dev/sanca/internal/convert/IntArrays",
            "dev/sanca/internal/convert/LongArrays",
            "dev/sanca/internal/convert/ShortArrays");

    /** Who passes and takes arrays of words: arguments of calls, and variables that C fills. */
    private static final Set<String> ARRAYS = Set.of(
            FFI + "WordCheck",
            "dev/sanca/internal/cpython/CPythonCalls",
            "dev/sanca/internal/cpython/CPythonContainers",
            "dev/sanca/internal/cpython/PythonErrors",
            "dev/sanca/internal/cpython/KeywordNames",
            "dev/sanca/internal/cpython/InternedNames",
            "dev/sanca/internal/cpython/Trampoline");

    @Test
    void fieldsAreReadAndWrittenInTheAbiAndInNamedStructures() {
        Set<String> structures = STRUCTURES.stream().map(name -> FFI + name).collect(toSet());
        assertThat(callers(library(), MEMORY, name -> name.matches("(get|put)(Long|Int|Short|Byte|Double|Float)")))
                .as("readers and writers of fields outside the abi")
                .filteredOn(name -> !name.startsWith(ABI))
                .isEqualTo(sorted(structures));
    }

    @Test
    void blocksAreCopiedByNamedClasses() {
        assertThat(callers(library(), MEMORY, Set.of("copy", "segment", "buffer", "getAscii")::contains))
                .filteredOn(name -> !name.startsWith(ABI))
                .isEqualTo(sorted(COPIERS));
    }

    @Test
    void arraysOfWordsAreNoObjects() {
        assertThat(callers(library(), FFI + "WordArray", name -> true)).containsExactlyElementsOf(sorted(ARRAYS));
    }

    @Test
    void nobodyGoesPastMemory() {
        Predicate<String> raw = Set.of("reinterpret", "get", "set", "getAtIndex", "setAtIndex")::contains;
        // NativeAccess tries a restricted method, on no memory.
        assertThat(callers(library(), SEGMENT, raw))
                .containsExactly(FFI + "Memory", FFI + "NativeAccess", FFI + "Segments");
        assertThat(callers(library(), "sun/misc/Unsafe", name -> true)).isEmpty();
    }

    /** A constant is copied into the classes that use it, so that byte code no longer tells where it came from. */
    @Test
    void abiGivesAwayNoOffset() {
        Set<String> constants = new TreeSet<>();
        for (ClassModel type : library().filter(c -> name(c).startsWith(ABI)).toList()) {
            type.fields().stream()
                    .filter(field -> field.flags().has(AccessFlag.PUBLIC)
                            && field.flags().has(AccessFlag.STATIC)
                            && !field.flags().has(AccessFlag.ENUM))
                    .forEach(field -> constants.add(name(type).substring(ABI.length()) + "." + field.fieldName()));
        }
        constants.removeIf(name -> name.startsWith("Tagged.")); // words
        assertThat(constants).containsExactly("IntReads.NOT_COMPACT", "Word.NULL");
    }

    @Test
    void aClassThatReadsAnObjectIsFound() {
        Path tests = ChildJvm.testClasses();
        assertThat(callers(classes(tests), MEMORY, "getLong"::equals))
                .contains(ABI + "WordTest", ABI + "SequenceReadsTest");
    }

    private static Set<String> callers(Stream<ClassModel> classes, String owner, Predicate<String> method) {
        return classes.filter(c -> calls(c, owner, method))
                .map(RawMemoryTest::name)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean calls(ClassModel type, String owner, Predicate<String> method) {
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member
                    && member.owner().name().equalsString(owner)
                    && method.test(member.name().stringValue())) {
                return true;
            }
        }
        return false;
    }

    private static String name(ClassModel type) {
        return type.thisClass().name().stringValue();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Stream<ClassModel> library() {
        return classes(ArchitectureTest.modulePath());
    }

    private static Stream<ClassModel> classes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).map(RawMemoryTest::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
