package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({OwnershipExtension.class, SeededRandom.class})
class TaggedTest {
    private static final long LEAST = -1L << 59;
    private static final long MOST = (1L << 59) - 1;

    private static final Map<Long, String> TYPES = Map.of(
            Tagged.NONE,
            "NoneType",
            Tagged.TRUE,
            "bool",
            Tagged.FALSE,
            "bool",
            Tagged.ELLIPSIS,
            "ellipsis",
            Tagged.NOT_IMPLEMENTED,
            "NotImplementedType");

    /** Every low end, with high ends of all kinds: a word is exactly one of five things. */
    @Test
    void everyWordIsExactlyOneThing(RandomGenerator random) {
        for (long low = 0; low < 16; low++) {
            for (int i = 0; i < 1000; i++) {
                long word = (i == 0 ? 0 : random.nextLong()) << 4 | low;
                boolean pointer = (word & 3) == 0;
                boolean handle = Tagged.isHandle(word);
                boolean integer = Tagged.isInt(word);
                boolean constant = Tagged.isConstant(word);
                boolean invalid = !pointer && !handle && !integer && !constant;
                assertThat(List.of(pointer, handle, integer, constant, invalid))
                        .as(Long.toHexString(word))
                        .containsOnlyOnce(true);
                assertThat(Word.isTagged(word)).isEqualTo(!pointer);
                if (word >= 0) { // no address has the highest bit
                    assertThat(Word.isObject(word)).isEqualTo(pointer && word != 0);
                    assertThat(Word.areObjects(word, 16, 32)).isEqualTo(Word.isObject(word));
                }
                assertThat(Tagged.isImmediate(word)).isEqualTo(integer || constant);
                if (low == 2 || low == 6 || low == 10 || low == 14) {
                    assertThat(invalid).isTrue();
                }
            }
        }
    }

    @Test
    void intsOfSixtyBitsComeBack(RandomGenerator random) {
        for (long value : new long[] {0, 1, -1, LEAST, LEAST + 1, MOST, MOST - 1}) {
            comesBack(value);
        }
        for (int i = 0; i < 10_000; i++) {
            comesBack(random.nextLong() >> 4 + random.nextInt(60));
        }
    }

    private static void comesBack(long value) {
        assertThat(Tagged.fitsInt(value)).isTrue();
        long word = Tagged.ofInt(value);
        assertThat(Tagged.isInt(word)).isTrue();
        assertThat(Tagged.intValue(word)).isEqualTo(value);
        assertThat(IntReads.isCompactInt(word)).isTrue();
        assertThat(IntReads.compactInt(word)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {LEAST - 1, MOST + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void largerIntsDoNotFit(long value) {
        assertThat(Tagged.fitsInt(value)).isFalse();
    }

    @Test
    void handleHasItsParts(RandomGenerator random) {
        for (int i = 0; i < 10_000; i++) {
            int runtime = random.nextInt(256);
            int generation = random.nextInt(1 << 20);
            int index = random.nextInt();
            long handle = Tagged.handle(runtime, generation, index);
            assertThat(Tagged.isHandle(handle)).isTrue();
            assertThat(Tagged.runtime(handle)).isEqualTo(runtime);
            assertThat(Tagged.generation(handle)).isEqualTo(generation);
            assertThat(Tagged.index(handle)).isEqualTo(index);
        }
    }

    @Test
    void immediatesAreCountedByNobody() {
        for (long word : TYPES.keySet()) {
            Word.incref(word);
            Word.decref(word);
        }
        Word.decref(Tagged.ofInt(7));
        assertThat(Word.newRef(Tagged.ofInt(-7))).isEqualTo(Tagged.ofInt(-7));
    }

    @Test
    void constantsAreOfTheirTypes() {
        TYPES.forEach((word, type) -> {
            for (BuiltinType known : BuiltinType.values()) {
                assertThat(Tagged.isInstance(word, known, true))
                        .isEqualTo(known.pythonName().equals(type));
            }
        });
        assertThat(Tagged.isInstance(Tagged.TRUE, BuiltinType.INT, false)).isTrue();
        assertThat(TypeReads.isNone(Tagged.NONE)).isTrue();
        assertThat(TypeReads.isBool(Tagged.FALSE)).isTrue();
        assertThat(TypeReads.isInt(Tagged.FALSE)).isTrue();
        assertThat(TypeReads.isExactInt(Tagged.FALSE)).isFalse();
        assertThat(TypeReads.isExactInt(Tagged.ofInt(3))).isTrue();
        assertThat(TypeReads.isString(Tagged.ofInt(3))).isFalse();
    }

    @Test
    void identityIsThatOfTheWord() {
        assertThat(Word.is(Tagged.ofInt(3), Tagged.ofInt(3))).isTrue();
        assertThat(Word.is(Tagged.ofInt(3), Tagged.ofInt(4))).isFalse();
        assertThat(Word.is(Tagged.TRUE, Tagged.ofInt(1))).isFalse();
        assertThat(Word.is(Tagged.NONE, Tagged.NONE)).isTrue();
    }

    @Test
    void wordOfNoRuntimeIsRefusedByEveryRead(RandomGenerator random) {
        for (int i = 0; i < 1000; i++) {
            long high = random.nextLong() << 4;
            refused(high | 2);
            refused(high | 0xe);
            refused(high | 7); // a tag of no kind
            refused(Tagged.handle(255, random.nextInt(1 << 20), random.nextInt()));
            refused((high & ~0xffL) | 0x50 | 5); // a constant of no number
        }
    }

    private static void refused(long word) {
        List<Runnable> reads = List.of(
                () -> Word.incref(word),
                () -> Word.decref(word),
                () -> Word.type(word),
                () -> Word.is(word, word),
                () -> Word.is(word, Tagged.NONE),
                () -> Word.is(Tagged.NONE, word),
                () -> TypeReads.isInt(word),
                () -> TypeReads.isExactInt(word),
                () -> TypeReads.isFloat(word),
                () -> TypeReads.isNone(word),
                () -> TypeReads.isList(word),
                () -> TypeReads.isType(word));
        for (Runnable read : reads) {
            assertThatThrownBy(read::run)
                    .as(Long.toHexString(word))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is no reference");
        }
    }
}
