package dev.sanca.abi;

import static dev.sanca.abi.Mismatch.unless;

import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.bytesobject_h;
import dev.sanca.cpython.ffi.dictobject_h;
import dev.sanca.cpython.ffi.object_h;
import dev.sanca.cpython.ffi.pythonrun_h;
import dev.sanca.cpython.ffi.unicodeobject_h;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Proves where strings and bytes have their characters, and which bits tell the kind of a string.
 *
 * <p>Source: PEP 393. The bits of a string are, from a start that differs between versions: 3 of kind, 1 compact, 1 ASCII.
 */
final class TextProof {
    private static final int[] SHIFTS = {2, 8, 16};
    private static final List<String> ASCII = List.of("a", "sanca", "the quick brown fox", "x".repeat(300));
    private static final List<String> OTHER = List.of(
            "\u00e9", "caf\u00e9", "\u00ff".repeat(99), "\u20ac", "5 \u20ac", "\u0bb5".repeat(99), "\ud83d\udc0d",
            "a\ud83d\udc0d\u20ac");

    private TextProof() {}

    static String proveBytes(Findings found) throws Mismatch {
        long at = -1;
        for (String text : ASCII) {
            byte[] content = text.getBytes(StandardCharsets.US_ASCII);
            try (Sample bytes = Sample.of(bytesobject_h.PyBytes_FromStringAndSize(content, content.length))) {
                long offset = bytesobject_h.PyBytes_AsString(bytes.word()) - bytes.word();
                bytes.check(offset, content.length);
                unless(at < 0 || at == offset, "the data of bytes have no fixed offset");
                unless(
                        bytes.getLong(SequenceReads.SIZE) == content.length,
                        "the size of bytes is not where it is expected");
                at = offset;
            }
        }
        found.bytesData = at;
        found.bytes = true;
        return "size at offset " + SequenceReads.SIZE + ", data at " + at;
    }

    static String proveString(Findings found) throws Mismatch {
        long ascii = asciiOffset();
        int shift = shift();
        long compact = compactOffset(ascii);
        found.asciiData = ascii;
        found.compactData = compact;
        found.kindShift = shift;
        found.string = true;
        return "length at offset " + SequenceReads.SIZE + ", ASCII at " + ascii + ", other compact text at " + compact
                + ", kind from bit " + shift + " at " + StringReads.STATE;
    }

    private static long asciiOffset() throws Mismatch {
        long at = -1;
        for (String text : ASCII) {
            try (Sample string = string(text)) {
                long offset = unicodeobject_h.PyUnicode_AsUTF8(string.word()) - string.word();
                string.check(offset, text.length());
                unless(at < 0 || at == offset, "the characters of an ASCII string have no fixed offset");
                at = offset;
            }
        }
        return at;
    }

    /** The only candidate at which the bits of every string are right. */
    private static int shift() throws Mismatch {
        int found = -1;
        for (int shift : SHIFTS) {
            if (bitsFit(shift)) {
                unless(found < 0, "the kind of a string is found at two places");
                found = shift;
            }
        }
        unless(found >= 0, "the kind of a string is not found in it");
        return found;
    }

    private static boolean bitsFit(int shift) throws Mismatch {
        boolean fit = true;
        for (String text : ASCII) {
            fit = fit && bits(text, shift) == 0b11_001;
        }
        for (String text : OTHER) {
            fit = fit && bits(text, shift) == (0b01_000 | kind(text));
        }
        try (Sample subclass = Sample.of(instanceOfSubclass())) {
            fit = fit && (subclass.getInt(StringReads.STATE) >>> shift & 0b01_000) == 0;
        }
        return fit;
    }

    private static int bits(String text, int shift) throws Mismatch {
        try (Sample string = string(text)) {
            return string.getInt(StringReads.STATE) >>> shift & 0b11_111;
        }
    }

    private static long compactOffset(long start) throws Mismatch {
        long found = -1;
        for (long offset = start; offset <= start + 64; offset += Integer.BYTES) {
            if (hasCharactersAt(offset)) {
                unless(found < 0, "the characters of a string are found at two offsets");
                found = offset;
            }
        }
        unless(found >= 0, "the characters of a string are not found in it");
        return found;
    }

    private static boolean hasCharactersAt(long offset) throws Mismatch {
        for (String text : OTHER) {
            int kind = kind(text);
            int[] points = text.codePoints().toArray();
            try (Sample string = string(text)) {
                for (int i = 0; i < points.length; i++) {
                    long at = offset + (long) i * kind;
                    if (at + kind > string.size() || character(string.word() + at, kind) != points[i]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static int character(long address, int kind) {
        return switch (kind) {
            case 1 -> Memory.getByte(address) & 0xff;
            case 2 -> Memory.getShort(address) & 0xffff;
            default -> Memory.getInt(address);
        };
    }

    private static int kind(String text) {
        int greatest = text.codePoints().max().orElse(0);
        return greatest < 0x100 ? 1 : greatest < 0x10000 ? 2 : 4;
    }

    private static Sample string(String text) throws Mismatch {
        int[] points = text.codePoints().toArray();
        Sample string = Sample.of(unicodeobject_h.PyUnicode_FromKindAndData(4, points, points.length));
        unless(
                string.getLong(SequenceReads.SIZE) == points.length,
                "the length of a string is not where it is expected");
        return string;
    }

    private static long instanceOfSubclass() {
        long globals = dictobject_h.PyDict_New();
        long code = Memory.newString("type('S', (str,), {})('sanca')");
        long instance = pythonrun_h.PyRun_StringFlags(code, pythonrun_h.Py_eval_input, globals, globals, 0);
        Memory.free(code);
        object_h.Py_DecRef(globals);
        return instance;
    }
}
