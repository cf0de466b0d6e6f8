package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.SeededRandom;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({OwnershipExtension.class, SeededRandom.class})
class HandleTableTest {
    private static final int RUNTIME = 200;

    private final HandleTable table = new HandleTable(RUNTIME);

    private static void assertStale(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessageContaining("is stale");
    }

    private void assertStale(long handle) {
        assertStale(() -> table.get(handle));
        assertStale(() -> table.incref(handle));
        assertStale(() -> table.decref(handle));
    }

    @Test
    void holdsTheObjectUntilTheLastCountIsGivenBack() {
        Object object = new Object();
        long handle = table.put(object);
        table.incref(handle);
        assertThat(table.decref(handle)).isNull();
        assertThat(table.get(handle)).isSameAs(object);
        assertThat(table.decref(handle)).isSameAs(object);
        assertStale(handle);
        assertThat(table.size()).isZero();
    }

    @Test
    void handleThatOutlivedItsObjectIsToldFromTheNextOneInItsPlace() {
        long first = table.put("first");
        table.decref(first);
        long second = table.put("second");
        assertThat(Tagged.index(second)).isEqualTo(Tagged.index(first));
        assertThat(table.get(second)).isEqualTo("second");
        assertStale(first);
    }

    @Test
    void handleOfAnotherRuntimeIsRefused() {
        long foreign = new HandleTable(RUNTIME + 1).put("foreign");
        table.put("own, in the same place");
        assertStale(foreign);
    }

    @Test
    void whatIsNoHandleIsRefused() {
        table.put("in the first place");
        for (long word : new long[] {0, 16, -1, 2, Tagged.NONE, Tagged.ofInt(0), Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertStale(word);
        }
    }

    @Test
    void placeWhoseGenerationsAreUsedUpIsNotUsedAgain() {
        long first = table.put("keeps the page");
        long used = table.put("first");
        int place = Tagged.index(used);
        for (int generation = Tagged.generation(used); generation < (1 << 20) - 1; generation++) {
            table.decref(used);
            used = table.put("next");
            assertThat(Tagged.index(used)).isEqualTo(place);
        }
        table.decref(used);
        assertStale(used);
        assertThat(Tagged.index(table.put("elsewhere"))).isNotEqualTo(place);
        assertThat(table.get(first)).isEqualTo("keeps the page");
    }

    @Test
    void growsAndShrinksWithWhatIsInIt() {
        int n = 10 * HandleTable.PAGE;
        long[] handles = new long[n];
        for (int i = 0; i < n; i++) {
            handles[i] = table.put(i);
        }
        assertThat(table.size()).isEqualTo(n);
        assertThat(table.pages()).isEqualTo(10);
        for (int i = 0; i < n; i++) {
            assertThat(table.decref(handles[i])).isEqualTo(i);
        }
        assertThat(table.size()).isZero();
        assertThat(table.pages()).isLessThanOrEqualTo(1);
        for (int i = 0; i < n; i++) {
            long handle = table.put(-i);
            long old = handles[i];
            assertThat(handle).isNotEqualTo(old);
            assertStale(() -> table.get(old));
            handles[i] = handle;
        }
        assertThat(table.get(handles[n - 1])).isEqualTo(1 - n);
    }

    @Test
    void entryCostsAtMostSixteenBytes() {
        int n = 1_000_000;
        Object object = new Object();
        long before = usedBytes();
        for (int i = 0; i < n; i++) {
            table.put(object);
        }
        double each = (usedBytes() - before) / (double) n;
        assertThat(each).isLessThanOrEqualTo(16);
        assertThat(table.size()).isEqualTo(n);
    }

    private static long usedBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @Test
    void freedObjectIsTheCollectors() throws InterruptedException {
        Object object = new Object();
        WeakReference<Object> watched = new WeakReference<>(object);
        table.decref(table.put(object));
        object = null;
        for (int i = 0; i < 50 && watched.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(watched.get()).isNull();
    }

    @Test
    void threadsNeverGetTheSameHandleNorLoseOne() throws Exception {
        int threads = 8;
        Set<Long> live = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String name = "thread " + t;
                tasks.add(() -> work(name, live));
            }
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isZero();
            }
        }
        assertThat(table.size()).isZero();
    }

    /** A handle, and the only object that it may give. */
    private record Entry(long handle, Object object) {}

    @Test
    void handleThatBecomesStaleMeanwhileNeverGivesALaterObject() throws Exception {
        AtomicReference<Entry> latest = new AtomicReference<>(new Entry(table.put("first"), "first"));
        AtomicBoolean ends = new AtomicBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> seen = pool.submit(() -> {
                int stale = 0;
                while (!ends.get()) {
                    Entry entry = latest.get();
                    try {
                        assertThat(table.get(entry.handle)).isSameAs(entry.object);
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessageContaining("is stale");
                        stale++;
                    }
                }
                return stale;
            });
            try {
                for (int i = 0; i < 300_000; i++) { // the entry is used again each time
                    table.decref(latest.get().handle);
                    Object object = new Object();
                    latest.set(new Entry(table.put(object), object));
                }
            } finally {
                ends.set(true);
            }
            assertThat(seen.get()).isNotNegative();
        }
        table.decref(latest.get().handle);
        assertThat(table.size()).isZero();
    }

    private int work(String name, Set<Long> live) {
        List<Long> own = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long handle = table.put(name);
            assertThat(live.add(handle)).isTrue();
            own.add(handle);
            if (own.size() > 100) {
                own.reversed().removeIf(h -> give(name, h, live));
            }
        }
        own.removeIf(h -> give(name, h, live));
        return own.size();
    }

    private boolean give(String name, long handle, Set<Long> live) {
        assertThat(table.get(handle)).isSameAs(name);
        live.remove(handle);
        return table.decref(handle) == name;
    }

    @Test
    void agreesWithAMapInRandomOrder(RandomGenerator random) {
        Map<Long, Object> model = new HashMap<>();
        List<Long> handles = new ArrayList<>();
        List<Long> stale = new ArrayList<>();
        for (int step = 0; step < 50_000; step++) {
            if (handles.isEmpty() || random.nextInt(100) < (step / 10_000 % 2 == 0 ? 60 : 40)) {
                Object object = new Object();
                long handle = table.put(object);
                assertThat(model.put(handle, object)).isNull();
                handles.add(handle);
            } else {
                int at = random.nextInt(handles.size());
                long handle = handles.set(at, handles.getLast());
                handles.removeLast();
                assertThat(table.decref(handle)).isSameAs(model.remove(handle));
                stale.add(handle);
            }
        }
        assertThat(table.size()).isEqualTo(model.size());
        model.forEach((handle, object) -> assertThat(table.get(handle)).isSameAs(object));
        for (int i = 0; i < stale.size(); i += 100) {
            assertStale(stale.get(i));
        }
    }
}
