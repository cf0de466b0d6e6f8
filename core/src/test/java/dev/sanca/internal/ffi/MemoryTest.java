package dev.sanca.internal.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs no Python. */
@Tag("cpython")
class MemoryTest {
    private long block;

    @BeforeEach
    void allocate() {
        block = Memory.allocate(256);
    }

    @AfterEach
    void free() {
        Memory.free(block);
    }

    @Test
    void newBlockIsZero() {
        for (int i = 0; i < 256; i += 8) {
            assertThat(Memory.getLong(block + i)).isZero();
        }
    }

    @Test
    void valuesComeBackFromUnalignedAddresses() {
        long at = block + 3;
        Memory.putLong(at, 0x0123_4567_89AB_CDEFL);
        assertThat(Memory.getLong(at)).isEqualTo(0x0123_4567_89AB_CDEFL);
        assertThat(Memory.getInt(at)).isEqualTo(0x89AB_CDEF);
        assertThat(Memory.getShort(at)).isEqualTo((short) 0xCDEF);
        assertThat(Memory.getByte(at)).isEqualTo((byte) 0xEF);
        Memory.putDouble(at, Math.PI);
        assertThat(Memory.getDouble(at)).isEqualTo(Math.PI);
        Memory.putInt(at, Float.floatToRawIntBits(1.5f));
        assertThat(Memory.getFloat(at)).isEqualTo(1.5f);
        Memory.putShort(at, (short) -2);
        Memory.putByte(at + 2, (byte) -3);
        assertThat(Memory.getShort(at)).isEqualTo((short) -2);
        assertThat(Memory.getByte(at + 2)).isEqualTo((byte) -3);
    }

    @Test
    void arraysComeBack() {
        SplittableRandom random = new SplittableRandom(7);
        long[] longs = random.longs(20).toArray();
        double[] doubles = random.doubles(20).toArray();
        Memory.copy(longs, 2, block + 1, 10);
        long[] longsBack = new long[11];
        Memory.copy(block + 1, longsBack, 1, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(longsBack[i + 1]).isEqualTo(longs[i + 2]);
        }
        Memory.copy(doubles, 0, block, 20);
        double[] doublesBack = new double[20];
        Memory.copy(block, doublesBack, 0, 20);
        assertThat(doublesBack).isEqualTo(doubles);
    }

    @Test
    void overlappingRangesMove() {
        for (int i = 0; i < 16; i++) {
            Memory.putByte(block + i, (byte) i);
        }
        Memory.copy(block, block + 4, 12);
        assertThat(Memory.getByte(block + 15)).isEqualTo((byte) 11);
    }

    @Test
    void stringsComeBack() {
        for (String text : new String[] {"", "plain", "caf\u00e9", "\ud83d\udc0d \u20ac"}) {
            long utf8 = Memory.newString(text);
            long wide = Memory.newWideString(text);
            assertThat(Memory.getString(utf8)).isEqualTo(text);
            assertThat(Memory.getWideString(wide)).isEqualTo(text);
            Memory.free(utf8);
            Memory.free(wide);
        }
        assertThat(Memory.getString(0)).isEmpty();
        assertThat(Memory.getWideString(0)).isEmpty();
    }

    @Test
    void constantIsMadeOnce() {
        assertThat(Memory.constant("name")).isEqualTo(Memory.constant("na" + "me"));
        assertThat(Memory.getString(Memory.constant("name"))).isEqualTo("name");
    }

    @Test
    void bufferSharesTheMemory() {
        ByteBuffer buffer = Memory.buffer(block, 16);
        buffer.putLong(8, 42);
        assertThat(Memory.getLong(block + 8)).isEqualTo(42);
        assertThat(Memory.address(buffer)).isEqualTo(block);
    }
}
