package dev.sanca.internal.word;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The objects behind the handles of one runtime.
 *
 * <p>An entry has an object, a count, and a generation that changes whenever the entry becomes free: a handle that outlived
 * its object is told from one to the entry's next object, always. An entry whose generations are used up is not used again.
 *
 * <p><b>Ownership:</b> a handle is one or more counts; the table holds the object until the last is given back.
 *
 * <p><b>Thread:</b> any; one lock, held for a few instructions, never while other code runs.
 *
 * <p><b>Errors:</b> {@link IllegalStateException} for a handle that is stale or of another runtime.
 *
 * <p><b>Cost:</b> for each entry 8 bytes and one reference. Entries come in pages of {@value #PAGE}, which are let go of when
 * nothing is in them; an empty page leaves 4 bytes, its generation.
 */
public final class HandleTable {
    static final int PAGE = 1024;
    private static final int PAGE_BITS = 10;
    private static final int LAST_GENERATION = (1 << 20) - 1;
    private static final int NONE = -1;

    private static final class Page {
        final @Nullable Object[] objects = new @Nullable Object[PAGE];
        final int[] generations = new int[PAGE];

        /** Of a used entry its count, of a free one the next free entry. */
        final int[] counts = new int[PAGE];

        int firstFree;
        int used;

        Page(int generation) {
            Arrays.fill(generations, generation);
            Arrays.setAll(counts, i -> i + 1 < PAGE ? i + 1 : NONE);
        }
    }

    private final int runtime;

    /** Null where nothing is in a page. */
    private @Nullable Page[] pages = new @Nullable Page[1];

    /** The first generation of the entries of a page that is made again. */
    private int[] generations = new int[1];

    /** The pages without a free entry. */
    private final BitSet full = new BitSet();

    /** The page that became empty last. */
    private int empty = NONE;

    private int size;

    /** An empty table for the runtime of a number. */
    public HandleTable(int runtime) {
        this.runtime = runtime;
    }

    /** Puts an object into the table: a new handle with one count. */
    public synchronized long put(Object object) {
        int number = full.nextClearBit(0);
        Page page = page(number);
        int entry = page.firstFree;
        page.firstFree = page.counts[entry];
        if (page.firstFree == NONE) {
            full.set(number);
        }
        page.objects[entry] = object;
        page.counts[entry] = 1;
        page.used++;
        size++;
        return Tagged.handle(runtime, page.generations[entry], number << PAGE_BITS | entry);
    }

    private Page page(int number) {
        if (number == pages.length) {
            pages = Arrays.copyOf(pages, 2 * number);
            generations = Arrays.copyOf(generations, 2 * number);
        }
        Page page = pages[number];
        if (page == null) {
            page = new Page(generations[number]);
            pages[number] = page;
        }
        return page;
    }

    /** The object of a handle. */
    public synchronized Object get(long handle) {
        Page page = checked(handle);
        Object object = page.objects[entry(handle)];
        if (object == null) {
            throw stale(handle);
        }
        return object;
    }

    /** The number of counts of a handle. */
    public synchronized int count(long handle) {
        return checked(handle).counts[entry(handle)];
    }

    /** Puts another object in the place of the one behind a handle, if it is still that; whether it was. */
    public synchronized boolean replace(long handle, Object before, Object after) {
        @Nullable Object[] objects = checked(handle).objects;
        int entry = entry(handle);
        if (objects[entry] != before) {
            return false;
        }
        objects[entry] = after;
        return true;
    }

    /** Adds a count. */
    public synchronized void incref(long handle) {
        checked(handle).counts[entry(handle)]++;
    }

    /**
     * Takes a count.
     *
     * @return the object, if that was the last one: nothing holds it any more; else null
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
            keepOneEmpty(number(handle));
        }
        return object;
    }

    /** Lets go of the page that became empty before, if it still is: one is kept, for a handle made and freed in a loop. */
    private void keepOneEmpty(int number) {
        Page before = empty == NONE || empty == number ? null : pages[empty];
        if (before != null && before.used == 0) {
            drop(before, empty);
        }
        empty = number;
    }

    /** Lets go of an empty page; its entries will go on with the highest generation of them all. */
    private void drop(Page page, int number) {
        int next = 0;
        for (int generation : page.generations) {
            next = Math.max(next, generation);
        }
        if (next > LAST_GENERATION) {
            full.set(number); // for ever: its numbers are used up
        }
        generations[number] = next;
        pages[number] = null;
    }

    /** How many handles are good. */
    public synchronized int size() {
        return size;
    }

    /** How many pages exist. */
    synchronized int pages() {
        int n = 0;
        for (Page page : pages) {
            n += page == null ? 0 : 1;
        }
        return n;
    }

    private Page checked(long handle) {
        int number = number(handle);
        Page page = number < pages.length ? pages[number] : null;
        if (!Tagged.isHandle(handle)
                || Tagged.runtime(handle) != runtime
                || page == null
                || page.objects[entry(handle)] == null
                || page.generations[entry(handle)] != Tagged.generation(handle)) {
            throw stale(handle);
        }
        return page;
    }

    private static int number(long handle) {
        return Tagged.index(handle) >>> PAGE_BITS;
    }

    private static int entry(long handle) {
        return Tagged.index(handle) & PAGE - 1;
    }

    private static IllegalStateException stale(long handle) {
        return new IllegalStateException(
                "The handle 0x" + Long.toHexString(handle) + " is stale: its object was given back"
                        + " before. A word is good only while the reference that it was taken from is: use the reference, not its"
                        + " word");
    }
}
