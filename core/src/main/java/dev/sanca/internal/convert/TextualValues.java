package dev.sanca.internal.convert;

import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import java.io.File;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts values that Java and Python write as the same text: decimals, UUIDs, paths, network addresses. */
final class TextualValues {
    private static final ImportedAttribute DECIMAL = new ImportedAttribute("decimal", "Decimal");
    private static final ImportedAttribute PYTHON_UUID = new ImportedAttribute("uuid", "UUID");
    private static final ImportedAttribute PATH = new ImportedAttribute("pathlib", "Path");
    private static final ImportedAttribute FILE_SYSTEM_TEXT = new ImportedAttribute("os", "fsdecode");
    private static final ImportedAttribute IP_ADDRESS = new ImportedAttribute("ipaddress", "ip_address");
    private static final ImportedAttribute IPV4 = new ImportedAttribute("ipaddress", "IPv4Address");
    private static final ImportedAttribute IPV6 = new ImportedAttribute("ipaddress", "IPv6Address");

    private TextualValues() {}

    /** Returns the writer of a class; null if the class is not one of these. */
    static @Nullable Writer writer(Class<?> type) {
        if (BigDecimal.class.isAssignableFrom(type)) {
            return Writer.of(BigDecimal.class, (state, value) -> DECIMAL.call(state, value.toString()));
        } else if (type == UUID.class) {
            return Writer.of(UUID.class, (state, value) -> PYTHON_UUID.call(state, value.toString()));
        } else if (Path.class.isAssignableFrom(type)) {
            return Writer.of(Path.class, TextualValues::path);
        } else if (type == File.class) {
            return Writer.of(File.class, (state, value) -> PATH.call(state, value.getPath()));
        } else if (InetAddress.class.isAssignableFrom(type)) {
            return Writer.of(InetAddress.class, (state, value) -> IP_ADDRESS.call(state, value.getHostAddress()));
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return Writer.of(
                    CharSequence.class, (state, value) -> Operations.of(state).ofString(state, value.toString()));
        }
        return null;
    }

    private static long path(ThreadState state, Path value) {
        if (value.getFileSystem() != FileSystems.getDefault()) {
            throw ConversionError.value("Python cannot use a path of the file system "
                    + value.getFileSystem().provider().getScheme()
                    + ". Copy the file to the default file system");
        }
        return PATH.call(state, value.toString());
    }

    /** Returns the reader of a class; null if the class is not one of these. */
    static @Nullable Reader reader(Class<?> type) {
        if (type == BigDecimal.class) {
            return (state, word, depth) -> decimal(state, word);
        } else if (type == UUID.class) {
            return (state, word, depth) -> UUID.fromString(text(state, word, "UUID", PYTHON_UUID));
        } else if (type == Path.class) {
            return (state, word, depth) -> path(state, word);
        } else if (type == File.class) {
            return (state, word, depth) -> path(state, word).toFile();
        } else if (type == InetAddress.class) {
            return (state, word, depth) -> address(state, word);
        }
        return null;
    }

    /** Returns {@code str(object)} of an instance of one of some Python types; throws for any other object. */
    private static String text(ThreadState state, long word, String javaType, ImportedAttribute... types) {
        for (ImportedAttribute type : types) {
            if (type.isInstance(state, word)) {
                return Operations.of(state).str(state, word);
            }
        }
        throw Numbers.wrongType(state, word, javaType, "a " + types[0].name());
    }

    /**
     * Returns the exact value of a {@code Decimal} or an int; of a float the value of its shortest text, as
     * {@link BigDecimal#valueOf(double)} does.
     */
    private static BigDecimal decimal(ThreadState state, long word) {
        if (dev.sanca.internal.word.TypeReads.isInt(word)) {
            return new BigDecimal(Numbers.toBig(state, word));
        }
        boolean isFloat = dev.sanca.internal.word.TypeReads.isFloat(word);
        String text =
                isFloat ? Double.toString(Numbers.toDouble(state, word)) : text(state, word, "BigDecimal", DECIMAL);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw ConversionError.value(text + " is not a Java BigDecimal, which is always a finite number");
        }
    }

    private static Path path(ThreadState state, long word) {
        try {
            return Path.of(
                    Attributes.readAndDecref(state, FILE_SYSTEM_TEXT.callWords(state, word), ScalarReaders::string));
        } catch (InvalidPathException e) {
            throw ConversionError.value(e.getMessage() + ": not a path of the default file system");
        }
    }

    private static InetAddress address(ThreadState state, long word) {
        String text = dev.sanca.internal.word.TypeReads.isString(word)
                ? ScalarReaders.string(state, word)
                : text(state, word, "InetAddress", IPV4, IPV6);
        try {
            return InetAddress.ofLiteral(text); // never looks a name up
        } catch (IllegalArgumentException e) {
            throw ConversionError.value("'" + text + "' is not a literal address");
        }
    }
}
