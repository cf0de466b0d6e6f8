package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.testing.OwnershipExtension;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls down, calls up, and the ways in which they cannot be made. */
@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class CallsTest {

    @Test
    void missingFunctionThrowsWithItsName() {
        MethodHandle missing = Downcall.of("PyNothing_Such", JAVA_LONG, JAVA_LONG, JAVA_INT);
        assertThatThrownBy(() -> missing.invoke(1L, 2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("PyNothing_Such")
                .hasMessageContaining(loaded().toString());
    }

    @Test
    void missingVoidFunctionThrowsToo() {
        MethodHandle missing = Downcall.ofVoid("PyNothing_Such");
        assertThatThrownBy(missing::invoke).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void missingDataSymbolThrowsWithItsName() {
        assertThatThrownBy(() -> LibPython.address("PyNothing_Type"))
                .isInstanceOf(UnsatisfiedLinkError.class)
                .hasMessageContaining("PyNothing_Type");
    }

    @Test
    void exceptionSymbolIsTheExceptionItself() {
        assertThat(LibPython.address("PyExc_ValueError")).isEqualTo(addressOf("ValueError"));
        assertThat(LibPython.address("PyLong_Type")).isEqualTo(addressOf("int"));
        assertThat(LibPython.address("_Py_NoneStruct")).isEqualTo(addressOf("None"));
    }

    @Test
    void secondLibraryIsRefused() {
        Path other = Path.of("libpython3.0.so");
        assertThatThrownBy(() -> LibPython.load(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be loaded twice");
        LibPython.load(loaded());
    }

    @Test
    void versionIsThatOfSys() {
        assertThat((long) LibPython.hexVersion() >>> 8)
                .isEqualTo(RawPython.evalLong("__import__('sys').hexversion >> 8"));
        assertThat(LibPython.isAtLeast(3, 10)).isTrue();
        assertThat(LibPython.isAtLeast(4, 0)).isFalse();
    }

    @Test
    void cCallsJava() throws Exception {
        MethodHandle compare = MethodHandles.lookup()
                .findStatic(CallsTest.class, "compareInts", MethodType.methodType(int.class, long.class, long.class));
        long function = Upcall.of(compare);
        long block = Memory.allocate(16);
        Memory.copy(new int[] {10, 20, 30}, 0, block, 3);
        Memory.putInt(block + 12, 30);
        assertThat(libc.bsearch(block + 12, block, 3, 4, function)).isEqualTo(block + 8);
        Memory.free(block);
    }

    @Test
    void upcallOfAnotherTypeIsRefused() {
        MethodHandle takesString = MethodHandles.identity(String.class);
        assertThatThrownBy(() -> Upcall.of(takesString))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void javaArraysGoStraightIntoPython() {
        byte[] utf8 = "caf\u00e9".getBytes(StandardCharsets.UTF_8);
        long decoded = unicodeobject_h.PyUnicode_DecodeUTF8(utf8, utf8.length, 0);
        assertThat(Memory.getString(unicodeobject_h.PyUnicode_AsUTF8(decoded))).isEqualTo("caf\u00e9");
        long chars = unicodeobject_h.PyUnicode_FromKindAndData(2, new char[] {'\u20ac', 'x'}, 2);
        assertThat(Memory.getString(unicodeobject_h.PyUnicode_AsUTF8(chars))).isEqualTo("\u20acx");
        long bytes = bytesobject_h.PyBytes_FromStringAndSize(utf8, 3);
        assertThat(Memory.getString(bytesobject_h.PyBytes_AsString(bytes))).isEqualTo("caf");
        object_h.Py_DecRef(decoded);
        object_h.Py_DecRef(chars);
        object_h.Py_DecRef(bytes);
    }

    @SuppressWarnings("UnusedMethod") // called by C
    private static int compareInts(long a, long b) {
        return Integer.compare(Memory.getInt(a), Memory.getInt(b));
    }

    private static Path loaded() {
        return Objects.requireNonNull(LibPython.path());
    }

    private static long addressOf(String expression) {
        return RawPython.evalLong("id(" + expression + ")");
    }
}
