package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.testing.OwnershipExtension;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class LayoutTest {
    private static final boolean FORCED = "opaque".equals(System.getProperty("sanca.layout"));

    @Test
    void itemsAreInOrder() {
        assertThat(Layout.report())
                .extracting(Layout.Item::name)
                .containsExactly(
                        "count", "type", "type flags", "int", "float", "list", "tuple", "dict", "bytes", "string");
        assertThat(Layout.report()).allSatisfy(item -> assertThat(item.detail()).isNotBlank());
    }

    @Test
    void releaseBuildIsProvedThroughout() {
        boolean freeThreaded = Memory.getString(pylifecycle_h.Py_GetVersion()).contains("free-threading");
        List<Layout.Item> opaque =
                Layout.report().stream().filter(item -> !item.proved()).toList();
        if (FORCED || freeThreaded) {
            assertThat(opaque).hasSameSizeAs(Layout.report());
        } else if (Proof.isDebugBuild()) {
            assertThat(opaque).extracting(Layout.Item::name).contains("count");
        } else {
            assertThat(opaque).isEmpty();
        }
    }

    @Test
    void detachedThreadIsToldToAttach() {
        long state = ceval_h.PyEval_SaveThread();
        try {
            assertThatThrownBy(Layout::report)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Python.attach()");
            assertThatThrownBy(Layout::prove).isInstanceOf(IllegalStateException.class);
        } finally {
            ceval_h.PyEval_RestoreThread(state);
        }
    }

    @Test
    void beforePythonRunsEverythingIsRefusedAndCanBeAskedAgain() throws Exception {
        URL classes = LibPython.class.getProtectionDomain().getCodeSource().getLocation();
        // A second copy of the classes, in which no Python is loaded; other parents would find the first copy's module.
        try (URLClassLoader fresh = new URLClassLoader(new URL[] {classes}, null)) {
            Method report = fresh.loadClass("dev.sanca.internal.word.Layout").getMethod("report");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> report.invoke(null))
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("The layout of Python's objects is not known before Python runs."
                                + " Attach first: Python.attach().");
            }
        }
    }

    @Test
    void readOutsideOfAnObjectIsAMismatch() throws Mismatch {
        try (Sample sample = Sample.of(RawPython.eval("1.5"))) {
            assertThat(sample.size()).isGreaterThanOrEqualTo(24);
            assertThat(sample.getDouble(sample.size() - 8)).isEqualTo(1.5);
            assertThatThrownBy(() -> sample.getLong(sample.size() - 7)).isInstanceOf(Mismatch.class);
            assertThatThrownBy(() -> sample.getInt(-4)).isInstanceOf(Mismatch.class);
        }
        assertThatThrownBy(() -> Sample.of(0)).isInstanceOf(Mismatch.class);
    }

    @Test
    void unmappedMemoryIsRecognised() {
        long block = Memory.allocate(16);
        assertThat(Sample.isReadable(block, 16)).isTrue();
        assertThat(Sample.isReadable(0, 8)).isFalse();
        assertThat(Sample.isReadable(64, 8)).isFalse();
        assertThat(Sample.isReadable(0x7FFF_FFFF_FFFF_F000L, 8)).isFalse();
        Memory.free(block);
    }
}
