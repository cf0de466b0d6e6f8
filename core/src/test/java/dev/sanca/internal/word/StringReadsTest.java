package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class, SeededRandom.class})
class StringReadsTest {
    private static final int[] BOUNDS = {0x80, 0x100, 0xD800, 0x10FFFF};

    @Test
    void randomStringIsRead(RandomGenerator random) {
        for (int i = 0; i < 4_000; i++) {
            int bound = BOUNDS[i % BOUNDS.length];
            int[] points = random.ints(random.nextInt(60), 0, bound)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .toArray();
            long word = unicodeobject_h.PyUnicode_FromKindAndData(4, points, points.length);
            check(word, points);
            unicodeobject_h.PyUnicode_AsUTF8(word); // makes the cached UTF-8, which must change nothing
            check(word, points);
            Word.decref(word);
        }
    }

    private static void check(long word, int[] points) {
        int greatest = 0;
        for (int point : points) {
            greatest = Math.max(greatest, point);
        }
        if (!Proved.STRING) {
            assertThat(StringReads.asciiLength(word)).isEqualTo(-1);
            assertThat(StringReads.compactKind(word)).isZero();
            return;
        }
        boolean ascii = greatest < 0x80;
        int kind = greatest < 0x100 ? 1 : greatest < 0x10000 ? 2 : 4;
        assertThat(StringReads.asciiLength(word)).isEqualTo(ascii ? points.length : -1);
        assertThat(StringReads.compactKind(word)).isEqualTo(kind);
        assertThat(StringReads.compactLength(word)).isEqualTo(points.length);
        if (ascii) {
            assertThat(StringReads.asciiAddress(word)).isEqualTo(StringReads.compactAddress(word));
        }
        for (int i = 0; i < points.length; i++) {
            long at = StringReads.compactAddress(word) + (long) i * kind;
            int point = kind == 1
                    ? Memory.getByte(at) & 0xff
                    : kind == 2 ? Memory.getShort(at) & 0xffff : Memory.getInt(at);
            assertThat(point).isEqualTo(points[i]);
        }
    }

    @Test
    void internedAndStaticStringsAreReadLikeOthers() {
        for (String expression : new String[] {"'a'", "''", "__import__('sys').intern('some name')", "'__init__'"}) {
            long word = RawPython.eval(expression);
            if (Proved.STRING) {
                assertThat(StringReads.asciiLength(word)).isEqualTo(unicodeobject_h.PyUnicode_GetLength(word));
                assertThat(StringReads.asciiAddress(word)).isEqualTo(unicodeobject_h.PyUnicode_AsUTF8(word));
            }
            Word.decref(word);
        }
    }

    @Test
    void instanceOfSubclassIsNotCompact() {
        long word = RawPython.eval("type('S', (str,), {})('abc')");
        assertThat(TypeReads.isString(word)).isTrue();
        assertThat(StringReads.asciiLength(word)).isEqualTo(-1);
        assertThat(StringReads.compactKind(word)).isZero();
        Word.decref(word);
    }
}
