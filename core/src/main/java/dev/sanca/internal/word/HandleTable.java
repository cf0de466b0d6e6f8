package dev.sanca.internal.word;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The objects that the handles of one runtime refer to.
 *
 * <p>An entry has an object, a reference count, and a generation that changes whenever the entry becomes free. So a
 * stale handle is never mistaken for a handle to a later object in the same entry. An entry that has used up its
 * generations is not reused.
 *
 * <p><b>Ownership:</b> a handle owns one or more references; the table keeps the object until the count is 0.
 *
 * <p><b>Thread:</b> any. A change holds one lock for a few instructions, and never while other code runs. {@link #get} takes
 * no lock: a callback looks its function up.
 *
 * <p><b>Errors:</b> {@link IllegalStateException} for a handle that is stale or belongs to another runtime.
 *
 * <p><b>Cost:</b> 8 bytes and one Java reference for each entry. Entries are allocated in pages of {@value #PAGE}, and
 * an empty page is freed except for 4 bytes, its generation.
 */
public final class HandleTable {
    static final int PAGE = 1024;
    private static final int PAGE_BITS = 10;
    private static final int LAST_GENERATION = (1 << 20) - 1;
    private static final int NONE = -1;

    private static final class Page {
        final @Nullable Object[] objects = new @Nullable Object[PAGE];
        final int[] generations = new int[PAGE];

        /** The reference count of an entry in use, or the index of the next free entry. */
        final int[] counts = new int[PAGE];

        int firstFree;
        int used;

        Page(int generation) {
            Arrays.fill(generations, generation);
            Arrays.setAll(counts, i -> i + 1 < PAGE ? i + 1 : NONE);
        }
    }

    private final int runtime;

    /** The pages; null for a page without entries in use. Written whenever a page is added. */
    private volatile @Nullable Page[] pages = new @Nullable Page[1];

    /** The first generation of the entries of a page when it is allocated again. */
    private int[] generations = new int[1];

    /** The pages without a free entry. */
    private final BitSet full = new BitSet();

    /** The page that became empty last, or {@link #NONE}. */
    private int empty = NONE;

    private int size;

    /**
     * Creates an empty table.
     *
     * @param runtime the number of the runtime, see {@link Tagged#register}
     */
    public HandleTable(int runtime) {
        this.runtime = runtime;
    }

    /**
     * Adds an object.
     *
     * @return a new handle with one reference
     */
    public synchronized long put(Object object) {
        int number = full.nextClearBit(0);
        Page page = page(number);
        int entry = page.firstFree;
        int next = page.counts[entry];
        if (next == NONE) {
            full.set(number);
        }
        VarHandle.storeStoreFence(); // see get
        page.objects[entry] = object;
        page.firstFree = next;
        page.counts[entry] = 1;
        page.used++;
        size++;
        return Tagged.handle(runtime, page.generations[entry], number << PAGE_BITS | entry);
    }

    private Page page(int number) {
        @Nullable Page[] all = pages;
        if (number == all.length) {
            all = Arrays.copyOf(all, 2 * number);
            generations = Arrays.copyOf(generations, 2 * number);
        }
        Page page = all[number];
        if (page == null) {
            page = new Page(generations[number]);
            all[number] = page;
            pages = all;
        }
        return page;
    }

    /**
     * Returns the object of a handle.
     *
     * @throws IllegalStateException if the handle is stale or belongs to another runtime
     * @implNote The generation of an entry changes before the entry gets its next object, and is read after the object: so the
     *     object of a later handle is never returned.
     */
    public Object get(long handle) {
        Page page = pageOrNull(handle);
        if (page != null) {
            Object object = page.objects[entry(handle)];
            VarHandle.loadLoadFence();
            if (object != null && page.generations[entry(handle)] == Tagged.generation(handle)) {
                return object;
            }
        }
        throw stale(handle);
    }

    /**
     * Returns the reference count of a handle.
     *
     * @throws IllegalStateException if the handle is stale or belongs to another runtime
     */
    public synchronized int count(long handle) {
        return checked(handle).counts[entry(handle)];
    }

    /**
     * Replaces the object of a handle, if it is {@code before}.
     *
     * @return whether the object was replaced
     * @throws IllegalStateException if the handle is stale or belongs to another runtime
     */
    public synchronized boolean replace(long handle, Object before, Object after) {
        @Nullable Object[] objects = checked(handle).objects;
        int entry = entry(handle);
        if (objects[entry] != before) {
            return false;
        }
        VarHandle.storeStoreFence();
        objects[entry] = after;
        return true;
    }

    /**
     * Increments the reference count.
     *
     * @throws IllegalStateException if the handle is stale or belongs to another runtime
     */
    public synchronized void incref(long handle) {
        checked(handle).counts[entry(handle)]++;
    }

    /**
     * Decrements the reference count.
     *
     * @return the object if the count became 0, which frees the handle; else null
     * @throws IllegalStateException if the handle is stale or belongs to another runtime
     */
    public synchronized @Nullable Object decref(long handle) {
        Page page = checked(handle);
        int entry = entry(handle);
        if (--page.counts[entry] > 0) {
            return null;
        }
        Object object = page.objects[entry];
        page.objects[entry] = null;
        page.used--;
        size--;
        if (++page.generations[entry] <= LAST_GENERATION) {
            page.counts[entry] = page.firstFree;
            page.firstFree = entry;
            full.clear(number(handle));
        }
        if (page.used == 0) {
            keepOnlyEmptyPage(number(handle));
        }
        return object;
    }

    /**
     * Frees the page that became empty before, if it is still empty. One empty page is kept, for a handle that is
     * created and freed in a loop.
     */
    private void keepOnlyEmptyPage(int number) {
        Page before = empty == NONE || empty == number ? null : pages[empty];
        if (before != null && before.used == 0) {
            freePage(before, empty);
        }
        empty = number;
    }

    /** Frees an empty page. Its entries will continue with the highest of their generations. */
    private void freePage(Page page, int number) {
        int next = 0;
        for (int generation : page.generations) {
            next = Math.max(next, generation);
        }
        if (next > LAST_GENERATION) {
            full.set(number); // never cleared: no entry of the page can be used again
        }
        generations[number] = next;
        pages[number] = null;
    }

    /** Returns the number of handles in use. */
    public synchronized int size() {
        return size;
    }

    /** Returns the number of allocated pages. */
    synchronized int pages() {
        int n = 0;
        for (Page page : pages) {
            n += page == null ? 0 : 1;
        }
        return n;
    }

    private Page checked(long handle) {
        Page page = pageOrNull(handle);
        if (page == null
                || page.objects[entry(handle)] == null
                || page.generations[entry(handle)] != Tagged.generation(handle)) {
            throw stale(handle);
        }
        return page;
    }

    /** Returns the page of a handle, which may be stale; null if there is none, or if the word is no handle of this table. */
    private @Nullable Page pageOrNull(long handle) {
        @Nullable Page[] all = pages;
        int number = number(handle);
        return Tagged.isHandle(handle) && Tagged.runtime(handle) == runtime && number < all.length ? all[number] : null;
    }

    private static int number(long handle) {
        return Tagged.index(handle) >>> PAGE_BITS;
    }

    private static int entry(long handle) {
        return Tagged.index(handle) & PAGE - 1;
    }

    private static IllegalStateException stale(long handle) {
        return new IllegalStateException(
                "The handle 0x" + Long.toHexString(handle) + " is stale: its object was released before."
                        + " A word is valid only as long as the reference that owns it: use the reference, not its word");
    }
}
