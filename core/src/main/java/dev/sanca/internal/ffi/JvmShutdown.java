package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers what runs at the JVM's exit after all shutdown hooks of programs have ended, which no public method does.
 *
 * <p>{@code java.lang.Shutdown} runs a few actions one after the other: the second of them starts the hooks of
 * {@link Runtime#addShutdownHook} and waits for all. This adds one behind, through JNI, to which the class is open. No API of
 * Java hands an object to JNI, so the action passes through the system properties for a moment.
 *
 * <p><b>Source:</b> {@code jni.h}; the places of functions in the table are part of the specification. {@code
 * java.lang.Shutdown.add(int, boolean, Runnable)} is not; where the JVM has no such method, or is not HotSpot on Linux,
 * {@link #add} answers that it could not.
 */
public final class JvmShutdown {
    private static final String KEY = "dev.sanca.exit";
    private static final int JNI_VERSION_10 = 0x000a0000;

    /** The JDK has actions 0 to 2: the console, the hooks of programs, and files to be deleted. */
    private static final int FIRST = 3;

    private static final int END = 10;

    private final long env;
    private final long arguments;
    private final MethodHandle findClass;
    private final MethodHandle exceptionClear;
    private final MethodHandle newGlobalRef;
    private final MethodHandle deleteGlobalRef;
    private final MethodHandle getMethod;
    private final MethodHandle callObjectMethod;
    private final MethodHandle getStaticMethod;
    private final MethodHandle callStaticObjectMethod;
    private final MethodHandle callStaticVoidMethod;
    private final MethodHandle newString;
    private final MethodHandle exceptionCheck;
    private final List<Long> globals = new ArrayList<>();

    private JvmShutdown(long env, long arguments) {
        this.env = env;
        this.arguments = arguments;
        findClass = function(6);
        exceptionClear = function(17);
        newGlobalRef = function(21);
        deleteGlobalRef = function(22);
        getMethod = function(33);
        callObjectMethod = function(36);
        getStaticMethod = function(113);
        callStaticObjectMethod = function(116);
        callStaticVoidMethod = function(143);
        newString = function(167);
        exceptionCheck = function(228);
    }

    /** Returns the function at a place of JNI's table, with three arguments besides the environment; it ignores what it does not have. */
    private MethodHandle function(int place) {
        return JvmEnvironments.function(env, place * Long.BYTES, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    }

    /**
     * Adds an action, which runs on the thread that ends the JVM, after the hooks and before the process ends. A hook may call this.
     *
     * <p><b>Thread:</b> any, detached.
     *
     * @param action the action; nothing stops it, so it must end soon
     * @return whether it was added
     */
    public static boolean add(Runnable action) {
        long env = JvmEnvironments.get(JNI_VERSION_10);
        if (env == 0) {
            return false;
        }
        long arguments = Memory.allocate(3 * Long.BYTES);
        System.getProperties().put(KEY, action);
        JvmShutdown shutdown = new JvmShutdown(env, arguments);
        try {
            return shutdown.addFound();
        } catch (Throwable t) { // no memory or stack for the call: the caller has another way
            return false;
        } finally {
            System.getProperties().remove(KEY);
            Memory.free(arguments);
        }
    }

    private boolean addFound() throws Throwable {
        boolean _ = clearException(); // links the call, see object()
        try {
            long action = property();
            long shutdown = action == 0 ? 0 : find("java/lang/Shutdown");
            long add = method(getStaticMethod, shutdown, "add", "(IZLjava/lang/Runnable;)V");
            for (int place = FIRST; add != 0 && place < END; place++) {
                Memory.putLong(arguments, place);
                Memory.putLong(arguments + Long.BYTES, 1); // also while the JVM shuts down
                Memory.putLong(arguments + 2 * Long.BYTES, action);
                if (isAdded(shutdown, add)) {
                    return true;
                }
            }
            return false;
        } finally {
            boolean _ = clearException();
            for (long global : globals) {
                long _ = (long) deleteGlobalRef.invokeExact(env, global, 0L, 0L);
            }
        }
    }

    /** Returns whether the JVM has taken the action: another one may have the place. */
    private boolean isAdded(long shutdown, long add) throws Throwable {
        try {
            long _ = (long) callStaticVoidMethod.invokeExact(env, shutdown, add, arguments);
            return !clearException();
        } catch (InternalError e) { // a downcall that returns while the JVM stops its threads throws what JNI has left
            return false;
        }
    }

    /** Returns what stands in the system properties; NULL if a step fails. */
    private long property() throws Throwable {
        long system = find("java/lang/System");
        long getter = method(getStaticMethod, system, "getProperties", "()Ljava/util/Properties;");
        long properties = getter == 0 ? 0 : object(callStaticObjectMethod, system, getter, 0);
        long map = properties == 0 ? 0 : find("java/util/Map");
        long get = method(getMethod, map, "get", "(Ljava/lang/Object;)Ljava/lang/Object;");
        long key = get == 0 ? 0 : object(newString, Memory.constant(KEY), 0, 0);
        if (key == 0) {
            return 0;
        }
        Memory.putLong(arguments, key);
        return object(callObjectMethod, properties, get, arguments);
    }

    private long find(String type) throws Throwable {
        return object(findClass, Memory.constant(type), 0, 0);
    }

    private long method(MethodHandle function, long type, String name, String signature) throws Throwable {
        long text = Memory.constant(name);
        long kinds = Memory.constant(signature);
        long method = type == 0 ? 0 : (long) function.invokeExact(env, type, text, kinds);
        return clearException() ? 0 : method;
    }

    /**
     * Calls a function that returns an object, and returns a global reference, or NULL if it fails. The local reference lives until the
     * next method of Java that is {@code native} returns; there is none in between, since both handles have been called before or have
     * the shape of one that has.
     */
    private long object(MethodHandle function, long a, long b, long c) throws Throwable {
        long local = (long) function.invokeExact(env, a, b, c);
        long global = (long) newGlobalRef.invokeExact(env, local, 0L, 0L);
        if (clearException() || global == 0) {
            return 0;
        }
        globals.add(global);
        return global;
    }

    private boolean clearException() throws Throwable {
        if (((long) exceptionCheck.invokeExact(env, 0L, 0L, 0L) & 0xff) == 0) { // a jboolean
            return false;
        }
        long _ = (long) exceptionClear.invokeExact(env, 0L, 0L, 0L);
        return true;
    }
}
