package dev.sanca.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.own.Refs;
import dev.sanca.types.PyAny;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The check after every test must itself be able to fail: each fault is made here, and must be found. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class OwnershipExtensionTest {
    private static final List<AutoCloseable> LEFT = new ArrayList<>();
    private static @Nullable Thread stranger;
    private static final CountDownLatch DONE = new CountDownLatch(1);

    @AfterEach
    void tidyUp() throws Exception {
        for (AutoCloseable left : LEFT) {
            left.close();
        }
        LEFT.clear();
        Thread thread = stranger;
        if (thread != null) {
            DONE.countDown();
            thread.join();
        }
        Python.attach(py -> {
            py.run("import builtins\nif hasattr(builtins, 'left'): del builtins.left");
            return null;
        });
    }

    @Test
    void cleanTestPasses() {
        assertThat(faultsOf(Clean.class)).isEmpty();
    }

    @ExtendWith(OwnershipExtension.class)
    static final class Clean {
        @Test
        void garbageIsNoFault() {
            Python.attach(py -> Py.of(py.of("garbage")));
        }
    }

    @Test
    void liveDetachedReferenceIsFound() {
        assertThat(faultsOf(KeepsDetached.class)).singleElement().asString().contains("out of balance", "detached=");
    }

    @ExtendWith(OwnershipExtension.class)
    static final class KeepsDetached {
        @Test
        void keeps() {
            LEFT.add(Python.attach(py -> Py.of(py.of("left"))));
        }
    }

    @Test
    void attachedThreadIsFoundAndDetached() {
        assertThat(faultsOf(StaysAttached.class)).singleElement().asString().contains("still attached");
        int one = Python.attach(py -> py.of(1).asInt());
        assertThat(one).isOne();
    }

    @ExtendWith(OwnershipExtension.class)
    static final class StaysAttached {
        @Test
        @SuppressWarnings({"MustBeClosed", "resource"})
        void stays() {
            Python.attach().of("left");
        }
    }

    @Test
    void boundReferenceOfAnotherThreadIsFound() {
        assertThat(faultsOf(LeavesThread.class)).singleElement().asString().contains("out of balance", "bound=");
    }

    @ExtendWith(OwnershipExtension.class)
    static final class LeavesThread {
        @Test
        void leaves() throws InterruptedException {
            CountDownLatch made = new CountDownLatch(1);
            stranger = Thread.ofPlatform()
                    .start(() -> Python.attach(py -> {
                        PyAny left = py.of("left");
                        made.countDown();
                        py.detach(() -> {
                            try {
                                DONE.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
                        return left.isAlive();
                    }));
            assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void pendingErrorIsFound() {
        assertThat(faultsOf(LeavesError.class)).singleElement().asString().contains("error is pending", "left behind");
    }

    @ExtendWith(OwnershipExtension.class)
    static final class LeavesError {
        @Test
        void leaves() {
            Python.attach(py -> {
                Errors.raise("PyExc_ValueError", "left behind");
                return null;
            });
        }
    }

    @Test
    void javaFunctionThatPythonHoldsIsFound() {
        assertThat(faultsOf(LeavesFunction.class)).singleElement().asString().contains("out of balance", "handles=");
    }

    @ExtendWith(OwnershipExtension.class)
    static final class LeavesFunction {
        @Test
        void leaves() {
            Python.attach(py -> {
                py.importModule("builtins").setAttr("left", py.function("left", (p, args, kwargs) -> null));
                return null;
            });
        }
    }

    @Test
    void lostCountIsFoundOnDebugBuildsOnly() {
        boolean debug = Python.attach(py -> py.importModule("sys").hasAttr("gettotalrefcount"));
        List<Throwable> faults = faultsOf(LosesCount.class);
        if (debug) {
            assertThat(faults).singleElement().asString().contains("counts were lost");
        } else {
            assertThat(faults).isEmpty();
        }
    }

    @ExtendWith(OwnershipExtension.class)
    static final class LosesCount {
        @Test
        void loses() {
            Python.attach(py -> {
                PyAny object = py.eval("object()");
                Word.incref(Refs.word(object));
                return null;
            });
        }
    }

    @Test
    void testsOwnFailureIsKept() {
        assertThat(faultsOf(FailsAndLeaves.class))
                .singleElement()
                .satisfies(fault -> assertThat(fault.getMessage()).contains("its own failure"))
                .satisfies(fault -> assertThat(fault.getSuppressed())
                        .anySatisfy(s -> assertThat(s.getMessage()).contains("out of balance")));
    }

    @ExtendWith(OwnershipExtension.class)
    static final class FailsAndLeaves {
        @Test
        void fails() {
            LEFT.add(Python.attach(py -> Py.of(py.of("left"))));
            throw new IllegalStateException("its own failure");
        }
    }

    /** The tests that name the check cannot forget it; these need no Python in their JVM. */
    private static final Set<String> WITHOUT_PYTHON = Set.of(
            "dev/sanca/ArchitectureTest.class",
            "dev/sanca/MirrorTest.class",
            "dev/sanca/PythonConfigExceptionTest.class",
            "dev/sanca/PythonInstallationTest.class",
            "dev/sanca/spi/BundledPythonTest.class",
            "dev/sanca/ShutdownTest.class",
            "dev/sanca/SmallStackTest.class",
            "dev/sanca/own/ForcedCollectionTest.class",
            "dev/sanca/StackTest.class",
            "dev/sanca/convert/ConverterTest.class",
            "dev/sanca/cpython/discovery/DiscoveryTest.class",
            "dev/sanca/cpython/ffi/MemoryTest.class");

    @Test
    void everyTestClassIsChecked() throws Exception {
        Path root = ChildJvm.testClasses();
        List<String> unchecked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                String name = root.relativize(file).toString();
                Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
                ExtendWith extensions = type.getAnnotation(ExtendWith.class);
                if (extensions == null || !List.of(extensions.value()).contains(OwnershipExtension.class)) {
                    unchecked.add(name);
                }
            }
        }
        assertThat(unchecked).isSubsetOf(WITHOUT_PYTHON);
    }

    private static List<Throwable> faultsOf(Class<?> testClass) {
        List<Throwable> faults = new ArrayList<>();
        int[] run = new int[1];
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                run[0] += test.isTest() ? 1 : 0;
                result.getThrowable().ifPresent(faults::add);
            }
        });
        assertThat(run[0]).as("tests run in " + testClass).isOne();
        return faults;
    }
}
