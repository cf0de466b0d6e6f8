package dev.sanca.internal.thread;

/**
 * Makes the threads of Sanca's own that live as long as the JVM. They are daemons, and keep nothing of the thread that happened to need
 * them first: neither its context class loader, which may be that of an application that goes, nor its inheritable values.
 */
public final class ServiceThread {
    private ServiceThread() {}

    /** Returns a thread with a stack of default size, not started. */
    public static Thread unstarted(String name, Runnable task) {
        return unstarted(name, 0, task);
    }

    /**
     * Returns a thread, not started.
     *
     * @param stackBytes the size of its stack; 0 for the default
     */
    static Thread unstarted(String name, long stackBytes, Runnable task) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .stackSize(stackBytes)
                .inheritInheritableThreadLocals(false)
                .unstarted(task);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }
}
