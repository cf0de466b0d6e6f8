package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails inside of containers says where, and leaves no count behind. */
@ExtendWith(OwnershipExtension.class)
class NestedFailuresTest {
    /** What Python has no form for. */
    private static final Object UNKNOWN = ByteBuffer.allocateDirect(8)
            .order(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
            .asLongBuffer();

    record Pair(Object left, Object right) {}

    @Test
    void placeOfJavaElementIsTold() {
        try (Python py = Python.attach()) {
            assertFails(
                    () -> py.of(List.of(1, Map.of("k", new Object[] {UNKNOWN}))),
                    "ValueError: element 1 of list: value of key 'k': element 0 of array: a Direct");
            assertFails(() -> py.of(new Pair(1, UNKNOWN)), "ValueError: right of Pair: a Direct");
            assertFails(
                    () -> py.of(Map.of(UNKNOWN, 1)),
                    "ValueError: key of class " + UNKNOWN.getClass().getName() + ": a Direct");
            assertFails(() -> py.of(Map.of(List.of(), 1)), "key of class");
            assertFails(() -> py.of(Set.of(List.of())), "unhashable type: 'list'");
        }
    }

    @Test
    void placeOfPythonElementIsTold() {
        try (Python py = Python.attach()) {
            assertFails(
                    () -> py.eval("[{}, {'k': [1, 'x']}]").as(new TypeRef<List<Map<String, List<Long>>>>() {}),
                    "TypeError: element 1 of list: value of key 'k': element 1 of list: cannot convert str to a Java long");
            assertFails(
                    () -> py.eval("{1: 2}").as(new TypeRef<Map<String, Long>>() {}),
                    "TypeError: key 1: cannot convert int to a Java String");
            assertFails(
                    () -> py.eval("{1, 'x'} and range(2)").as(new TypeRef<Set<String>>() {}),
                    "TypeError: element 0 of range: cannot convert int to a Java String");
        }
    }

    @Test
    void causeIsPythonsOwnError() {
        try (Python py = Python.attach()) {
            assertThat(catchThrowableOfType(PythonException.class, () -> py.of(Set.of(List.of())))
                            .getCause())
                    .isInstanceOf(PythonException.class)
                    .hasMessageContaining("unhashable");
        }
    }

    @Test
    void halfMadeContainersGiveBackEveryCount() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("object()");
            long before = count(py, object);
            Map<Object, Object> map = new LinkedHashMap<>();
            map.put(object, object);
            map.put("bad", UNKNOWN);
            Set<Object> set = new LinkedHashSet<>(List.of(object, UNKNOWN));
            for (int i = 0; i < 3; i++) {
                assertFails(() -> py.of(List.of(object, object, UNKNOWN)), "element 2 of list");
                assertFails(() -> py.of(new Object[] {object, List.of(object, UNKNOWN)}), "element 1 of array");
                assertFails(() -> py.of(map), "value of key 'bad'");
                assertFails(() -> py.of(set), "of set");
                assertFails(() -> py.of(new Pair(object, UNKNOWN)), "right of Pair");
                assertFails(() -> py.of(Optional.of(List.of(object, UNKNOWN))), "element 1 of list");
            }
            assertThat(count(py, object)).isEqualTo(before);
        }
    }

    @Test
    void readingThatFailsGivesBackEveryCount() {
        try (Python py = Python.attach()) {
            PyAny object = py.eval("type('Odd', (), {})()");
            PyAny list = py.list(object, object);
            PyAny dict = py.dict();
            dict.setItem("k", object);
            dict.setItem(object, 1);
            long before = count(py, object);
            long listBefore = count(py, list);
            for (int i = 0; i < 3; i++) {
                assertFails(() -> list.as(long[].class), "element 0 of list");
                assertFails(() -> list.as(new TypeRef<List<String>>() {}), "element 0 of list");
                try (PyAny iterator = list.callMethod("__iter__")) {
                    assertFails(() -> iterator.as(new TypeRef<List<String>>() {}), "element 0 of");
                }
                assertFails(() -> dict.as(new TypeRef<Map<String, String>>() {}), "value of key 'k'");
                assertFails(() -> dict.as(new TypeRef<Map<Long, Object>>() {}), "key 'k'");
                assertFails(() -> dict.as(Pair.class), "'left' is missing");
            }
            assertThat(count(py, object)).isEqualTo(before);
            assertThat(count(py, list)).isEqualTo(listBefore);
        }
    }

    private static long count(Python py, PyAny object) {
        System.gc(); // exceptions of Python hold frames, not the object; be sure all the same
        try (PyAny count = py.eval("__import__('sys').getrefcount").call(object)) {
            return count.asLong();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {256 << 10, 512 << 10, 8 << 20})
    void containerThatContainsItselfEndsInAnException(long stackBytes) throws InterruptedException {
        List<String> thrown = new ArrayList<>();
        Thread thread = new Thread(null, () -> selfContaining(thrown), "small", stackBytes);
        thread.start();
        thread.join();
        assertThat(thrown)
                .hasSize(4)
                .allSatisfy(e -> assertThat(e).startsWith("dev.sanca.PythonException: RecursionError: "));
    }

    private static void selfContaining(List<String> thrown) {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("k", map);
        try (Python py = Python.attach()) {
            PyAny pyList = py.list();
            pyList.callMethod("append", pyList);
            PyAny pyDict = py.dict();
            pyDict.setItem("k", pyDict);
            for (Runnable r : List.<Runnable>of(
                    () -> py.of(list),
                    () -> py.of(map),
                    () -> pyList.as(Object.class),
                    () -> pyDict.as(Object.class))) {
                thrown.add(String.valueOf(catchThrowable(r::run)));
            }
            pyList.callMethod("clear");
            pyDict.callMethod("clear");
        }
    }
}
