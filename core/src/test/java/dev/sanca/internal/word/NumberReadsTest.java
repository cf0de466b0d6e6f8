package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.floatobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class, SeededRandom.class})
class NumberReadsTest {

    @Test
    void compactIntIsItsValue(RandomGenerator random) {
        for (int i = 0; i < 20_000; i++) {
            long value = i < 2_000 ? i - 1_000 : random.nextLong() >> random.nextInt(64);
            long word = longobject_h.PyLong_FromLongLong(value);
            boolean inline = Math.abs(value) < 1L << 30 && (Proved.TAGGED_INT || Proved.SIZED_INT);
            assertThat(IntReads.isCompactInt(word)).as("%d", value).isEqualTo(inline);
            if (IntReads.isCompactInt(word)) {
                assertThat(IntReads.compactInt(word)).isEqualTo(value);
            }
            Word.decref(word);
        }
    }

    @Test
    void hugeIntIsNotCompact() {
        for (String expression : new String[] {"2**63", "-2**63", "2**64 + 1", "-10**40", "2**30", "-2**30"}) {
            long word = RawPython.eval(expression);
            assertThat(IntReads.isCompactInt(word)).as(expression).isFalse();
            Word.decref(word);
        }
    }

    @Test
    void boolsAndSubclassesAreIntsToo() {
        RawPython.exec("class MyInt(int): pass");
        String[] expressions = {"True", "False", "MyInt(-7)", "MyInt(0)", "MyInt(123456)"};
        long[] values = {1, 0, -7, 0, 123456};
        for (int i = 0; i < values.length; i++) {
            long word = RawPython.eval(expressions[i]);
            assertThat(TypeReads.isInt(word)).isTrue();
            if (IntReads.isCompactInt(word)) {
                assertThat(IntReads.compactInt(word)).as(expressions[i]).isEqualTo(values[i]);
            }
            Word.decref(word);
        }
    }

    @Test
    void floatIsItsValue(RandomGenerator random) {
        for (int i = 0; i < 5_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            long word = floatobject_h.PyFloat_FromDouble(value);
            assertThat(Double.valueOf(FloatReads.floatValue(word))).isEqualTo(Double.valueOf(value)); // NaN too
            Word.decref(word);
        }
        long word = RawPython.eval("type('MyFloat', (float,), {})(2.5)");
        assertThat(FloatReads.floatValue(word)).isEqualTo(2.5);
        Word.decref(word);
    }
}
