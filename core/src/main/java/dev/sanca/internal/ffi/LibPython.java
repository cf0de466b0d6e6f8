package dev.sanca.internal.ffi;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The one libpython of this process.
 *
 * <p><b>Ownership:</b> the library stays loaded until the process ends; CPython cannot be unloaded safely.
 *
 * <p><b>Thread:</b> any; {@link #load} is serialized.
 */
public final class LibPython {
    private static final int RTLD_NOW = 2;
    private static final int RTLD_GLOBAL = System.getProperty("os.name", "").startsWith("Mac") ? 8 : 0x100;

    private static volatile long handle;
    private static volatile @Nullable Path path;

    private LibPython() {}

    /**
     * Loads the library with global symbols, so that extension modules that are not linked against libpython find them.
     * Does nothing if the same path is loaded already.
     *
     * @param file the shared library
     * @throws IllegalStateException if another libpython is loaded already
     * @throws UnsatisfiedLinkError if the system cannot load the file; the message has the loader's reason
     */
    public static synchronized void load(Path file) {
        if (handle != 0) {
            if (!file.equals(path)) {
                throw new IllegalStateException("Cannot load " + file + ": this process already runs " + path
                        + ", and CPython cannot be loaded twice. Use one Python per process.");
            }
            return;
        }
        open(file);
    }

    /**
     * Uses the Python that this process contains already because a Python executable started the JVM.
     *
     * @throws UnsatisfiedLinkError if the process exports no {@code Py_IsInitialized}
     */
    public static synchronized void useProcess() {
        if (handle == 0) {
            open(null);
        }
    }

    private static void open(@Nullable Path file) {
        long name = file == null ? 0 : Memory.newString(file.toString());
        long opened = libc.dlopen(name, RTLD_NOW | RTLD_GLOBAL);
        String reason = opened == 0 ? Memory.getString(libc.dlerror()) : "";
        libc.free(name);
        String what = file == null ? "the running process" : file.toString();
        if (opened == 0) {
            throw new UnsatisfiedLinkError("Cannot load libpython from " + what + ": " + reason
                    + ". Name a libpython shared library of this machine's architecture.");
        }
        if (symbol(opened, "Py_IsInitialized") == 0) {
            throw new UnsatisfiedLinkError("Cannot use " + what + " as libpython: it has no function Py_IsInitialized."
                    + " Name the shared library libpython3.x of a CPython, not its executable or a stub.");
        }
        path = file;
        handle = opened;
    }

    /** Returns whether a libpython is loaded. */
    public static boolean isLoaded() {
        return handle != 0;
    }

    /** Returns the loaded file, or null before {@link #load} and after {@link #useProcess}. */
    public static @Nullable Path path() {
        return path;
    }

    /**
     * Returns whether the library exports a symbol, function or data.
     *
     * @throws IllegalStateException if no library is loaded
     */
    public static boolean has(String name) {
        return find(name) != 0;
    }

    /**
     * Returns whether the library was built without a GIL: only such a build exports a function for shared reference
     * counts. Costs as much as {@link #find}.
     */
    public static boolean isFreeThreaded() {
        return has("_Py_DecRefShared");
    }

    /**
     * Returns the address of a symbol, or 0 if the library does not export it. Looks the name up at each call: keep the
     * result.
     *
     * @throws IllegalStateException if no library is loaded
     */
    public static long find(String name) {
        long library = handle;
        if (library == 0) {
            throw new IllegalStateException("No Python is loaded yet, so " + name
                    + " cannot be found. Attach to Python first: Python.attach().");
        }
        return symbol(library, name);
    }

    private static long symbol(long library, String name) {
        long text = Memory.newString(name);
        try {
            return libc.dlsym(library, text);
        } finally {
            libc.free(text);
        }
    }

    /**
     * Returns the address of the Python object that a data symbol names. A symbol {@code PyExc_…} is a variable that
     * points to the object; any other, such as {@code _Py_NoneStruct} or {@code PyLong_Type}, is the object itself.
     *
     * @return a borrowed reference, valid until the process ends
     * @throws UnsatisfiedLinkError if the library has no such symbol
     */
    public static long address(String name) {
        long symbol = find(name);
        if (symbol == 0) {
            throw new UnsatisfiedLinkError("The loaded Python (" + description() + ") has no symbol " + name
                    + ". It is older or newer than Sanca supports, or not a complete CPython.");
        }
        return name.startsWith("PyExc_") ? Memory.getLong(symbol) : symbol;
    }

    /**
     * Sets a variable of type {@code int}.
     *
     * @throws UnsatisfiedLinkError if the library has no such symbol
     */
    public static void setVariable(String name, int value) {
        Memory.putInt(address(name), value);
    }

    /**
     * Returns the version as CPython's {@code PY_VERSION_HEX} without the release level: {@code 0x030e03f0} for 3.14.3.
     */
    public static int hexVersion() {
        String[] parts = Memory.getString(pylifecycle_h.Py_GetVersion()).split("[^0-9]+", 4);
        int micro = parts.length > 2 && !parts[2].isEmpty() ? Integer.parseInt(parts[2]) : 0;
        return Integer.parseInt(parts[0]) << 24 | Integer.parseInt(parts[1]) << 16 | micro << 8 | 0xf0;
    }

    /** Returns whether the loaded Python has this version or a later one. */
    public static boolean isAtLeast(int major, int minor) {
        return hexVersion() >= (major << 24 | minor << 16);
    }

    /** Returns a name of the library for messages: its path, or that it is the running process. */
    static String description() {
        Path file = path;
        return file == null ? "the running process" : file.toString();
    }
}
