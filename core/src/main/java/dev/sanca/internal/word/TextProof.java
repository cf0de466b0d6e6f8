package dev.sanca.internal.word;

import static dev.sanca.internal.word.Mismatch.unless;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.bytesobject_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves where strings and bytes have their characters, and which bits tell the kind of a string.
 *
 * <p><b>Source:</b> PEP 393. The bits of a string, from a start that differs between versions: 3 of kind, 1 compact, 1
 * ASCII.
 */
final class TextProof {
    private static final int[] SHIFTS = {2, 8, 16};
    private static final String[] ASCII = {"a", "sanca", "the quick brown fox", "x".repeat(300)};
    private static final String[] OTHER = {
        "\u00e9",
        "caf\u00e9",
        "\u00ff".repeat(99),
        "\u20ac",
        "5 \u20ac",
        "\u0bb5".repeat(99),
        "\ud83d\udc0d",
        "a\ud83d\udc0d\u20ac"
    };

    private TextProof() {}

    static String proveBytes(Findings found) throws Mismatch {
        long at = -1;
        for (String text : ASCII) {
            try (Sample bytes =
                    Sample.of(bytesobject_h.PyBytes_FromStringAndSize(Memory.constant(text), text.length()))) {
                long offset = bytesobject_h.PyBytes_AsString(bytes.word()) - bytes.word();
                bytes.check(offset, text.length());
                unless(at < 0 || at == offset, "the data of bytes have no fixed offset");
                unless(
                        bytes.getLong(SequenceReads.SIZE) == text.length(),
                        "the size of bytes is not where it is expected");
                at = offset;
            }
        }
        found.bytesData = at;
        found.bytes = true;
        return "size at offset " + SequenceReads.SIZE + ", data at " + at;
    }

    static String proveString(Findings found) throws Mismatch {
        List<TextSample> ascii = new ArrayList<>();
        List<TextSample> other = new ArrayList<>();
        try (Sample subclass = Sample.of(instanceOfSubclass())) {
            make(ASCII, ascii);
            make(OTHER, other);
            long asciiData = asciiOffset(ascii);
            int shift = shift(ascii, other, subclass);
            long compactData = compactOffset(asciiData, other);
            found.asciiData = asciiData;
            found.compactData = compactData;
            found.kindShift = shift;
            found.string = true;
            return "length at offset " + SequenceReads.SIZE + ", ASCII at " + asciiData + ", other compact text at "
                    + compactData + ", kind from bit " + shift + " at " + StringReads.STATE;
        } finally {
            ascii.forEach(TextSample::close);
            other.forEach(TextSample::close);
        }
    }

    private static long asciiOffset(List<TextSample> texts) throws Mismatch {
        long at = -1;
        for (TextSample text : texts) {
            long offset = unicodeobject_h.PyUnicode_AsUTF8(text.sample().word())
                    - text.sample().word();
            text.sample().check(offset, text.length());
            unless(at < 0 || at == offset, "the characters of an ASCII string have no fixed offset");
            at = offset;
        }
        return at;
    }

    /** Returns the only candidate at which the bits of every string are right. */
    private static int shift(List<TextSample> ascii, List<TextSample> other, Sample subclass) throws Mismatch {
        int found = -1;
        for (int shift : SHIFTS) {
            boolean fits = (subclass.getInt(StringReads.STATE) >>> shift & 0b01_000) == 0;
            for (TextSample text : ascii) {
                fits = fits && text.bits(shift) == 0b11_001;
            }
            for (TextSample text : other) {
                fits = fits && text.bits(shift) == (0b01_000 | text.kind());
            }
            unless(!fits || found < 0, "the kind of a string is found at two places");
            found = fits ? shift : found;
        }
        unless(found >= 0, "the kind of a string is not found in it");
        return found;
    }

    private static long compactOffset(long start, List<TextSample> texts) throws Mismatch {
        long found = -1;
        for (long offset = start; offset <= start + 64; offset += Integer.BYTES) {
            boolean fits = true;
            for (TextSample text : texts) {
                fits = fits && text.isAt(offset);
            }
            unless(!fits || found < 0, "the characters of a string are found at two offsets");
            found = fits ? offset : found;
        }
        unless(found >= 0, "the characters of a string are not found in it");
        return found;
    }

    private static void make(String[] from, List<TextSample> to) throws Mismatch {
        for (String string : from) {
            TextSample text = TextSample.of(string);
            to.add(text);
            unless(
                    text.sample().getLong(SequenceReads.SIZE) == text.length(),
                    "the length of a string is not where it is expected");
        }
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
