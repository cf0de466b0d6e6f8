package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the C library that Sanca uses: the loader, memory, threads and signals. They can be called before a
 * Python is loaded. A function that this system's C library lacks throws {@link UnsupportedOperationException}.
 */
public final class libc {
    /** {@code sizeof(struct sigaction)} on Linux. */
    static final int SIGACTION_BYTES = 152;

    /** The offset of {@code int sa_flags} on Linux. */
    private static final int SIGACTION_FLAGS = 136;

    private static final int SA_RESTART = 0x10000000;

    private libc() {}

    /** Returns whether this system's C library is the GNU one. */
    public static boolean isGlibc() {
        return Linker.nativeLinker()
                .defaultLookup()
                .find("gnu_get_libc_version")
                .isPresent();
    }

    private static final MethodHandle dlopen = Downcall.libc("dlopen", JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns a handle of the library, or NULL on error. Runs the constructors of the library. */
    public static long dlopen(long name, int flags) {
        try {
            return (long) dlopen.invokeExact(name, (long) flags);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle dlsym = Downcall.libc("dlsym", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns the address of a symbol, or NULL if there is none. */
    public static long dlsym(long library, long name) {
        try {
            return (long) dlsym.invokeExact(library, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle dlclose = Downcall.libc("dlclose", JAVA_INT, JAVA_LONG);

    /** Returns 0, or another number on error. */
    public static int dlclose(long library) {
        try {
            return (int) (long) dlclose.invokeExact(library);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle dlerror = Downcall.libc("dlerror", JAVA_LONG);

    /** Returns the last error of the loader on this thread as a C string, or NULL if there was none. */
    public static long dlerror() {
        try {
            return (long) dlerror.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle dladdr = Downcall.libc("dladdr", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Fills a {@code Dl_info} of 32 bytes. Returns 0 if the address is in no library. */
    public static int dladdr(long address, long info) {
        try {
            return (int) (long) dladdr.invokeExact(address, info);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle malloc = Downcall.libcLeaf("malloc", JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL if memory is short. Is a leaf. */
    public static long malloc(long n) {
        try {
            return (long) malloc.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle calloc = Downcall.libcLeaf("calloc", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a block of zeros, or NULL if memory is short. Is a leaf. */
    public static long calloc(long n, long size) {
        try {
            return (long) calloc.invokeExact(n, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle realloc = Downcall.libc("realloc", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL if memory is short. */
    public static long realloc(long p, long n) {
        try {
            return (long) realloc.invokeExact(p, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle free = Downcall.libcVoid("free", JAVA_LONG);

    /** Frees a block; NULL is ignored. */
    public static void free(long p) {
        try {
            long _ = (long) free.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle mmap =
            Downcall.libc("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);

    /** Returns the address of new pages, or -1 on error. */
    public static long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        try {
            return (long) mmap.invokeExact(address, length, (long) protection, (long) flags, (long) fd, offset);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle munmap = Downcall.libc("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or another number on error. */
    public static int munmap(long address, long length) {
        try {
            return (int) (long) munmap.invokeExact(address, length);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle mprotect = Downcall.libc("mprotect", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 0, or another number on error. */
    public static int mprotect(long address, long length, int protection) {
        try {
            return (int) (long) mprotect.invokeExact(address, length, (long) protection);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle madvise = Downcall.libc("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 0, or another number on error. */
    public static int madvise(long address, long length, int advice) {
        try {
            return (int) (long) madvise.invokeExact(address, length, (long) advice);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle strlen = Downcall.libcLeaf("strlen", JAVA_LONG, JAVA_LONG);

    /** Returns the number of bytes before the NUL. Is a leaf. */
    public static long strlen(long s) {
        try {
            return (long) strlen.invokeExact(s);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle getenv = Downcall.libc("getenv", JAVA_LONG, JAVA_LONG);

    /** Returns a C string, or NULL if the variable is not set. */
    public static long getenv(long name) {
        try {
            return (long) getenv.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle setenv = Downcall.libc("setenv", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 0, or -1 on error. {@code System.getenv} does not see the change. */
    public static int setenv(long name, long value, int overwrite) {
        try {
            return (int) (long) setenv.invokeExact(name, value, (long) overwrite);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle unsetenv = Downcall.libc("unsetenv", JAVA_INT, JAVA_LONG);

    /** Returns 0, or another number on error. */
    public static int unsetenv(long name) {
        try {
            return (int) (long) unsetenv.invokeExact(name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The category of {@link #setlocale} for characters, on Linux and on macOS. */
    public static final int LC_CTYPE = System.getProperty("os.name").startsWith("Mac") ? 2 : 0;

    private static final MethodHandle setlocale = Downcall.libc("setlocale", JAVA_LONG, JAVA_INT, JAVA_LONG);

    /**
     * Sets the locale of a category; NULL only asks for it. Returns its name as a C string, or NULL if there is no such
     * locale.
     */
    public static long setlocale(int category, long name) {
        try {
            return (long) setlocale.invokeExact((long) category, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_self = Downcall.libcLeaf("pthread_self", JAVA_LONG);

    /** Returns the {@code pthread_t} of this thread. Is a leaf. */
    public static long pthread_self() {
        try {
            return (long) pthread_self.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_getattr_np =
            Downcall.libc("pthread_getattr_np", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /**
     * Fills 64 bytes at {@code attr}, which the caller destroys with {@link #pthread_attr_destroy}. Returns 0, or
     * another number on error.
     */
    public static int pthread_getattr_np(long thread, long attr) {
        try {
            return (int) (long) pthread_getattr_np.invokeExact(thread, attr);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_attr_init = Downcall.libc("pthread_attr_init", JAVA_INT, JAVA_LONG);

    /** Returns 0, or another number on error. */
    public static int pthread_attr_init(long attr) {
        try {
            return (int) (long) pthread_attr_init.invokeExact(attr);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_attr_getstack =
            Downcall.libcLeaf("pthread_attr_getstack", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Stores the lowest address and the size of the stack. Returns 0, or another number on error. Is a leaf. */
    public static int pthread_attr_getstack(long attr, long address, long size) {
        try {
            return (int) (long) pthread_attr_getstack.invokeExact(attr, address, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_attr_destroy = Downcall.libc("pthread_attr_destroy", JAVA_INT, JAVA_LONG);

    /** Returns 0, or another number on error. */
    public static int pthread_attr_destroy(long attr) {
        try {
            return (int) (long) pthread_attr_destroy.invokeExact(attr);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_key_create =
            Downcall.libc("pthread_key_create", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /**
     * Makes a key of thread-specific data. When a thread ends that has a value for it, the C function
     * {@code destructor} gets that value. Returns 0, or another number on error.
     */
    public static int pthread_key_create(long key, long destructor) {
        try {
            return (int) (long) pthread_key_create.invokeExact(key, destructor);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Makes a key of thread-specific data with a C function as its destructor. Returns the key, or -1 if there are no
     * more.
     */
    public static int pthread_key_create(long destructor) {
        long key = Memory.allocate(Integer.BYTES);
        try {
            return pthread_key_create(key, destructor) == 0 ? Memory.getInt(key) : -1;
        } finally {
            Memory.free(key);
        }
    }

    private static final MethodHandle pthread_key_delete = Downcall.libc("pthread_key_delete", JAVA_INT, JAVA_INT);

    /**
     * Deletes a key of thread-specific data; its destructor is not called any more. Returns 0, or another number on
     * error.
     */
    public static int pthread_key_delete(int key) {
        try {
            return (int) (long) pthread_key_delete.invokeExact((long) key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_setspecific =
            Downcall.libcLeaf("pthread_setspecific", JAVA_INT, JAVA_INT, JAVA_LONG);

    /** Sets the value of a key for this thread; 0 stands for no value. Returns 0, or another number on error. */
    public static int pthread_setspecific(int key, long value) {
        try {
            return (int) (long) pthread_setspecific.invokeExact((long) key, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_getspecific =
            Downcall.libcLeaf("pthread_getspecific", JAVA_LONG, JAVA_INT);

    /** Returns the value of a key for this thread, or 0 if it has none. Is a leaf. */
    public static long pthread_getspecific(int key) {
        try {
            return (long) pthread_getspecific.invokeExact((long) key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pthread_kill = Downcall.libc("pthread_kill", JAVA_INT, JAVA_LONG, JAVA_INT);

    /** Returns 0, or another number on error. */
    public static int pthread_kill(long thread, int signal) {
        try {
            return (int) (long) pthread_kill.invokeExact(thread, (long) signal);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle gettid = Downcall.libcLeaf("gettid", JAVA_INT);

    /** Returns the number that the kernel has for this thread. Is a leaf. */
    public static int gettid() {
        try {
            return (int) (long) gettid.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle getpid = Downcall.libcLeaf("getpid", JAVA_INT);

    /** Returns the number of this process. Is a leaf. */
    public static int getpid() {
        try {
            return (int) (long) getpid.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle getcontext = Downcall.libc("getcontext", JAVA_INT, JAVA_LONG);

    /** Fills 1,024 bytes at {@code context}. Returns 0, or -1 on error. */
    public static int getcontext(long context) {
        try {
            return (int) (long) getcontext.invokeExact(context);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _setjmp = Downcall.libcLeaf("_setjmp", JAVA_INT, JAVA_LONG);

    /**
     * Fills 512 bytes at {@code buffer} and returns 0. Nothing may jump to the buffer: its frame ends with this call.
     */
    public static int _setjmp(long buffer) {
        try {
            return (int) (long) _setjmp.invokeExact(buffer);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle bsearch =
            Downcall.libc("bsearch", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns the address of the element for which {@code compare} returned 0, or NULL. */
    public static long bsearch(long key, long base, long n, long size, long compare) {
        try {
            return (long) bsearch.invokeExact(key, base, n, size, compare);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle sigaction = Downcall.libc("sigaction", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns 0, or -1 on error. {@code action} and {@code old} may be NULL. */
    public static int sigaction(int signal, long action, long old) {
        try {
            return (int) (long) sigaction.invokeExact((long) signal, action, old);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Makes a C function the handler of a signal; interrupted system calls are restarted. Returns 0, or -1 on error.
     */
    public static int sigaction(int signal, long handler) {
        long action = Memory.allocate(SIGACTION_BYTES);
        try {
            Memory.putLong(action, handler);
            Memory.putInt(action + SIGACTION_FLAGS, SA_RESTART);
            return sigaction(signal, action, 0);
        } finally {
            Memory.free(action);
        }
    }

    private static final MethodHandle raise = Downcall.libc("raise", JAVA_INT, JAVA_INT);

    /** Returns 0, or another number on error. */
    public static int raise(int signal) {
        try {
            return (int) (long) raise.invokeExact((long) signal);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle sysconf = Downcall.libcLeaf("sysconf", JAVA_LONG, JAVA_INT);

    /** Returns the value, or -1 if it is not known. Is a leaf. */
    public static long sysconf(int name) {
        try {
            return (long) sysconf.invokeExact((long) name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle malloc_trim = Downcall.libc("malloc_trim", JAVA_INT, JAVA_LONG);

    /** Returns 1 if memory was returned to the system, else 0. */
    public static int malloc_trim(long pad) {
        try {
            return (int) (long) malloc_trim.invokeExact(pad);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _exit = Downcall.libcVoid("_exit", JAVA_INT);

    /** Ends the process without its exit handlers. Does not return. */
    public static void _exit(int status) {
        try {
            long _ = (long) _exit.invokeExact((long) status);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle fflush = Downcall.libc("fflush", JAVA_INT, JAVA_LONG);

    /** Returns 0, or -1 on error. NULL for {@code stream} flushes every stream. */
    public static int fflush(long stream) {
        try {
            return (int) (long) fflush.invokeExact(stream);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle on_exit = Downcall.libc("on_exit", JAVA_INT, JAVA_LONG, JAVA_LONG);

    /**
     * Registers {@code _exit} itself as a function that {@code exit} calls first, with the exit code. So the process ends with that code, and
     * no destructor of a library runs. Returns whether this system's C library can.
     */
    public static boolean exitWithoutDestructors() {
        long function = Linker.nativeLinker()
                .defaultLookup()
                .find("_exit")
                .map(MemorySegment::address)
                .orElse(0L);
        if (!isGlibc() || function == 0) {
            return false;
        }
        try {
            return (int) (long) on_exit.invokeExact(function, 0L) == 0;
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle pipe = Downcall.libc("pipe", JAVA_INT, JAVA_LONG);

    /** Stores two file descriptors of type {@code int}, to read from and to write to. Returns 0, or -1 on error. */
    public static int pipe(long fds) {
        try {
            return (int) (long) pipe.invokeExact(fds);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns the ends of a new pipe: the one to read from and the one to write to. Empty if no more files can be opened. */
    public static int[] pipe() {
        long ends = Memory.allocate(2L * Integer.BYTES);
        try {
            return pipe(ends) != 0
                    ? new int[0]
                    : new int[] {Memory.getInt(ends, 0), Memory.getInt(ends, Integer.BYTES)};
        } finally {
            Memory.free(ends);
        }
    }

    private static final MethodHandle write = Downcall.libc("write", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);

    /** Returns the number of bytes written, or -1 on error. An address that cannot be read is an error, not a fault. */
    public static long write(int fd, long p, long n) {
        try {
            return (long) write.invokeExact((long) fd, p, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle close = Downcall.libc("close", JAVA_INT, JAVA_INT);

    /** Returns 0, or another number on error. */
    public static int close(int fd) {
        try {
            return (int) (long) close.invokeExact((long) fd);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
