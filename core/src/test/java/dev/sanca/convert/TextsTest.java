package dev.sanca.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts of every kind and length are what Python would have made of them. */
@ExtendWith({OwnershipExtension.class, SeededRandom.class})
class TextsTest {
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 4095, 4096, 4097, 9000
    };

    /** The last two begin as the kinds before them. */
    private static String text(int kind, int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder(length);
        int odd = length == 0 ? 0 : random.nextInt(length);
        for (int i = 0; i < length; i++) {
            char ascii = (char) (' ' + random.nextInt(95));
            text.append(
                    switch (kind) {
                        case 0 -> ascii;
                        case 1 -> (char) (0xa0 + random.nextInt(96));
                        case 2 -> (char) (0x400 + random.nextInt(256));
                        case 3 -> (char) (0x4e00 + random.nextInt(0x5000));
                        case 4 -> i == odd ? '\u00e9' : ascii;
                        case 5 -> i == odd ? '\u0416' : ascii;
                        case 6 -> i == odd ? '\ud83d' : (char) (0x4e00 + random.nextInt(0x5000));
                        default -> i == odd ? '\udc00' : '\ud83d';
                    });
        }
        return text.toString();
    }

    @Test
    void textIsCanonicalAndComesBack(RandomGenerator random) {
        try (Python py = Python.attach()) {
            PyDict names = py.dict();
            py.run("""
                    import sys
                    def check(text, points):
                        other = ''.join(map(chr, points))
                        assert text == other and hash(text) == hash(other) and len(text) == len(points)
                        assert sys.getsizeof(text) == sys.getsizeof(other), (text, sys.getsizeof(text))
                        assert text.isascii() == other.isascii() and {text: 1}[other] == 1
                    """, names);
            PyAny check = names.getItem("check");
            for (int kind = 0; kind < 8; kind++) {
                for (int length : LENGTHS) {
                    String text = text(kind, length, random);
                    int[] points = text.codePoints().toArray();
                    try (PyAny string = py.string(text)) {
                        check.call(string, points).close();
                        assertThat(string.asString()).isEqualTo(text);
                    }
                }
            }
        }
    }
}
