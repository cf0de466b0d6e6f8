package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class MemorySegmentsTest {
    @KnownDifference(
            on = "graalpy",
            failsWith = "expected: 5",
            why = "GraalPy 25.0 shares no memory: buffers are copied")
    @Test
    void viewIsTheSameMemory() {
        try (Python py = Python.attach()) {
            MemorySegment segment = Arena.ofAuto().allocate(16, 8);
            segment.set(JAVA_LONG, 8, 77);
            PyAny view = py.of(segment);
            assertThat(view.callMethod("cast", "q").callMethod("tolist").as(long[].class))
                    .containsExactly(0, 77);
            view.setItem(0, 5);
            assertThat(segment.get(JAVA_BYTE, 0)).isEqualTo((byte) 5);
        }
    }

    @Test
    void sliceOfGlobalMemoryIsLentWhereItBegins() {
        try (Python py = Python.attach()) {
            MemorySegment segment = Arena.global().allocate(8).asSlice(2, 3);
            segment.set(JAVA_BYTE, 1, (byte) 9);
            assertThat(py.of(segment).as(byte[].class)).containsExactly(0, 9, 0);
        }
    }

    @Test
    void readOnlySegmentIsReadOnlyView() {
        try (Python py = Python.attach()) {
            PyAny view = py.of(Arena.ofAuto().allocate(1).asReadOnly());
            assertFails(() -> view.setItem(0, 1), "TypeError: cannot modify read-only memory");
            PyAny heap = py.of(MemorySegment.ofArray(new byte[1]).asReadOnly());
            assertFails(() -> heap.setItem(0, 1), "TypeError: cannot modify read-only memory");
        }
    }

    @Test
    void closeableArenaIsRefused() {
        try (Python py = Python.attach();
                Arena confined = Arena.ofConfined();
                Arena shared = Arena.ofShared()) {
            String message = "ValueError: this MemorySegment belongs to an arena that can be closed";
            assertFails(() -> py.of(confined.allocate(1)), message);
            assertFails(() -> py.of(shared.allocate(1)), message);
            assertFails(() -> py.of(shared.allocate(1).asByteBuffer()), message);
        }
    }

    @Test
    void heapSegmentIsCopied() {
        try (Python py = Python.attach()) {
            int[] array = {1};
            PyAny view = py.of(MemorySegment.ofArray(array));
            view.setItem(0, 9);
            assertThat(array).containsExactly(1);
            assertThat(view.len()).isEqualTo(4);
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "expected: 4",
            why = "GraalPy 25.0 shares no memory: buffers are copied")
    @Test
    void directBufferIsTheSameMemory() {
        try (Python py = Python.attach()) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
            buffer.position(2);
            PyAny view = py.of(buffer);
            assertThat(view.len()).isEqualTo(6);
            view.setItem(0, 4);
            assertThat(buffer.get(2)).isEqualTo((byte) 4);
            assertThat(py.of(buffer.clear().asIntBuffer()).getAttr("format").asString())
                    .isEqualTo("i");
            assertThat(py.of(ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 2)).as(byte[].class))
                    .containsExactly(2, 3);
            assertFails(
                    () -> py.of(ByteBuffer.allocateDirect(8)
                            .order(ByteOrder.BIG_ENDIAN)
                            .asIntBuffer()),
                    "ValueError: a DirectIntBufferS in BIG_ENDIAN byte order");
        }
    }

    @Test
    void viewKeepsTheSegmentAliveAndLetsItGo() {
        try (Python py = Python.attach()) {
            MemorySegment segment = Arena.ofAuto().allocate(8);
            WeakReference<MemorySegment> watched = new WeakReference<>(segment);
            PyAny view = py.of(segment);
            segment = null;
            PyAny slice = view.getItem(py.eval("slice(1, 3)"));
            view.close();
            System.gc();
            assertThat(watched.get()).isNotNull();
            slice.close();
            assertGone(watched);
        }
    }

    private static void assertGone(WeakReference<?> watched) {
        for (int i = 0; i < 100 && watched.get() != null; i++) {
            System.gc();
        }
        assertThat(watched.get()).isNull();
    }

    @Tag("cpython")
    @Test
    void typeOfTheExporterCannotBeCalled() {
        try (Python py = Python.attach()) {
            PyAny type = py.of(Arena.global().allocate(1)).getAttr("obj").type();
            assertThat(type.getAttr("__name__").asString()).isEqualTo("JavaMemory");
            assertFails(type::call, "TypeError: cannot create 'sanca.JavaMemory' instances");
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "read-only segment",
            why = "behind the interface, buffers are copied")
    @KnownDifference(
            on = "graalpy",
            failsWith = "read-only segment",
            why = "GraalPy 25.0 shares no memory: buffers are copied")
    @Test
    void segmentIsThePythonMemory() {
        try (Python py = Python.attach()) {
            PyAny bytes = py.eval("bytearray(b'abc')");
            MemorySegment segment = bytes.as(MemorySegment.class);
            segment.set(JAVA_BYTE, 1, (byte) 'X');
            assertThat(bytes.callMethod("decode").asString()).isEqualTo("aXc");
            assertThat(py.eval("b'abc'").as(MemorySegment.class).isReadOnly()).isTrue();
            assertFails(() -> py.eval("memoryview(b'abcd')[::2]").as(MemorySegment.class), "is not contiguous");
            assertFails(
                    () -> py.eval("3").as(MemorySegment.class),
                    "TypeError: cannot convert int to a Java MemorySegment");
        }
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "Expecting code to raise",
            why = "behind the interface, buffers are copied")
    @KnownDifference(
            on = "graalpy",
            failsWith = "Expecting code to raise",
            why = "GraalPy 25.0 shares no memory: buffers are copied")
    @Test
    void segmentHoldsTheBufferUntilUnreachable() throws Exception {
        try (Python py = Python.attach()) {
            PyAny bytes = py.eval("bytearray(8)");
            MemorySegment slice = bytes.as(MemorySegment.class).asSlice(2, 2);
            System.gc();
            assertFails(() -> bytes.callMethod("append", 1), "BufferError");
            slice.fill((byte) 1);
            slice = null;
            boolean released = false;
            for (int i = 0; i < 100 && !released; i++) {
                System.gc();
                Thread.sleep(10);
                try (Python again = Python.attach()) {
                    bytes.callMethod("append", 1);
                    released = true;
                } catch (dev.sanca.PythonException e) {
                    // still held
                }
            }
            assertThat(released).isTrue();
        }
    }

    @Test
    void segmentIsUsableOnAnyThreadWithoutPython() throws ExecutionException, InterruptedException {
        MemorySegment segment = Python.attach(py -> py.eval("bytes(range(10))").as(MemorySegment.class));
        FutureTask<Byte> task = new FutureTask<>(() -> segment.get(JAVA_BYTE, 9));
        Thread.ofVirtual().start(task);
        assertThat(task.get()).isEqualTo((byte) 9);
    }
}
