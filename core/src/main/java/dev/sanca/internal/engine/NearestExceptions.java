package dev.sanca.internal.engine;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Maps Java exceptions to the nearest built-in Python exception, by which {@code except} clauses catch them. */
public final class NearestExceptions {
    private static final Map<Class<?>, String> NEAREST = Map.ofEntries(
            Map.entry(Throwable.class, "BaseException"),
            Map.entry(Exception.class, "Exception"),
            Map.entry(RuntimeException.class, "RuntimeError"),
            Map.entry(IllegalArgumentException.class, "ValueError"),
            Map.entry(IndexOutOfBoundsException.class, "IndexError"),
            Map.entry(NegativeArraySizeException.class, "ValueError"),
            Map.entry(NoSuchElementException.class, "LookupError"),
            Map.entry(ArithmeticException.class, "ArithmeticError"),
            Map.entry(ClassCastException.class, "TypeError"),
            Map.entry(ArrayStoreException.class, "TypeError"),
            Map.entry(NullPointerException.class, "TypeError"),
            Map.entry(UnsupportedOperationException.class, "NotImplementedError"),
            Map.entry(NoSuchFieldException.class, "AttributeError"),
            Map.entry(NoSuchMethodException.class, "AttributeError"),
            Map.entry(ClassNotFoundException.class, "ModuleNotFoundError"),
            Map.entry(SecurityException.class, "PermissionError"),
            Map.entry(InterruptedException.class, "InterruptedError"),
            Map.entry(TimeoutException.class, "TimeoutError"),
            Map.entry(IOException.class, "OSError"),
            Map.entry(UncheckedIOException.class, "OSError"),
            Map.entry(EOFException.class, "EOFError"),
            Map.entry(FileNotFoundException.class, "FileNotFoundError"),
            Map.entry(NoSuchFileException.class, "FileNotFoundError"),
            Map.entry(FileAlreadyExistsException.class, "FileExistsError"),
            Map.entry(NotDirectoryException.class, "NotADirectoryError"),
            Map.entry(DirectoryNotEmptyException.class, "OSError"),
            Map.entry(AccessDeniedException.class, "PermissionError"),
            Map.entry(ConnectException.class, "ConnectionRefusedError"));

    private NearestExceptions() {}

    /**
     * Returns the name of the built-in exception that the Python type of a class has as an additional base; null if the base of
     * its superclass is enough.
     */
    public static @Nullable String ofOrNull(Class<?> type) {
        return NEAREST.get(type);
    }

    /** Returns what Python adds to the traceback of a Java exception: a line for each exception that it suppressed. */
    public static List<String> notes(Throwable error) {
        return Arrays.stream(error.getSuppressed())
                .map(suppressed -> "Suppressed: " + suppressed)
                .toList();
    }

    /** Returns the name of a class, with a module in front, which Python requires. */
    public static String nameOf(Class<?> type) {
        String name = type.getName();
        return name.indexOf('.') < 0 ? "java." + name : name;
    }
}
