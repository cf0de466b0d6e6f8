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
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Which built-in Python exception is nearest to a Java one: what {@code except} clauses catch it by. */
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

    /** The name of the built-in that the type of a class gets as a base of its own; null if its superclass's will do. */
    public static @Nullable String ofOrNull(Class<?> type) {
        return NEAREST.get(type);
    }

    /** The name of a class with a module in front, which Python asks for. */
    public static String nameOf(Class<?> type) {
        String name = type.getName();
        return name.indexOf('.') < 0 ? "java." + name : name;
    }
}
