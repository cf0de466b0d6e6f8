package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyIterator;
import dev.sanca.types.PyList;
import dev.sanca.types.PyModule;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The tutorial. It is for Java programmers who know a little Python. Read it from top to bottom: each step uses only words
 * that an earlier step explains. The story: a zoo has three snakes. Java knows how long they are, and Python does the
 * arithmetic.
 *
 * <p>Each step is a test, so everything that this page says is true. A line with {@code assertThat} says what the line before
 * it has done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the steps are one story, and a field lives from one step to the next
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TutorialTest {

    // Python runs inside of this Java process. A thread that wants to use Python attaches first. The first attach of
    // a program also starts Python. The result of the attach is the token, which is called py everywhere. At the end
    // of the try block Java closes the token, and the thread is detached again.
    @Test
    @Order(1)
    void attachToPython() {
        try (Python py = Python.attach()) {
            long answer = py.eval("6 * 7").asLong();
            assertThat(answer).isEqualTo(42);
        }
        // The same with a lambda. The lambda gets the token, and its result is the result of attach.
        long answer = Python.attach(py -> py.eval("6 * 7").asLong());
        assertThat(answer).isEqualTo(42);
    }

    // Python counts how many owners each object has, and deletes an object that has no owner. A PyAny is a
    // reference: it owns one count of a Python object. The method close() decrements the count. A closed reference
    // throws an exception, and the exception says what to do. It does not crash the process.
    @Test
    @Order(2)
    void ownReferences() {
        try (Python py = Python.attach()) {
            PyAny name = py.string("kembang");
            assertThat(name.callMethod("upper").str()).isEqualTo("KEMBANG");
            name.close();
            assertThat(name.isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(name::str).withMessageContaining("is closed");
        }
    }

    // You need not close each reference. A token is a scope: when it is closed, it closes every reference that was
    // made in it. Long work can open a smaller scope inside. A reference that must live longer is moved out by
    // keep().
    @Test
    @Order(3)
    void closeManyReferencesByScope() {
        try (Python py = Python.attach()) {
            PyAny longest;
            PyAny other;
            try (Scope scope = py.scope()) {
                other = py.string("bola");
                longest = scope.keep(py.string("kembang"));
            }
            assertThat(other.isAlive()).isFalse();
            assertThat(longest.isAlive()).isTrue();
        }
    }

    private @Nullable Py<PyDict> zoo;

    private Py<PyDict> zoo() {
        return Objects.requireNonNull(zoo, "step 4 makes the zoo");
    }

    // A reference ends with its scope, and only its own thread may use it. To keep an object in a field, or to give
    // it to another thread, make a Py of it. A Py is a detached reference. Close it when you do not need it any
    // more. Here the field zoo keeps a Python dict for the next steps.
    @Test
    @Order(4)
    void keepAnObjectInAField() {
        try (Python py = Python.attach()) {
            PyDict lengths = py.dict();
            lengths.set("kembang", 6.5);
            lengths.set("bola", 1.5);
            zoo = Py.of(lengths);
        }
        // The token is closed, and the reference lengths with it. The Py still owns a count of the dict.
        assertThat(zoo().isAlive()).isTrue();
    }

    // To use a Py, bind it: the result is a reference in the innermost scope. A PyDict has methods for a dict, and a
    // PyList has methods for a list. asMap() and asList() are views that any Java code can use. A for loop works on
    // every reference whose object Python can iterate over.
    @Test
    @Order(5)
    void useContainers() {
        try (Python py = Python.attach()) {
            PyDict lengths = zoo().bind(py);
            lengths.set("hijau", 1.8);
            assertThat(lengths.len()).isEqualTo(3);
            assertThat(lengths.getItem("bola").asDouble()).isEqualTo(1.5);
            assertThat(lengths.get("anaconda")).isNull();
            assertThat(lengths.asMap()).containsKey(py.string("hijau"));

            PyList names = lengths.keys();
            names.sort();
            List<String> seen = new ArrayList<>();
            for (PyAny name : names) {
                seen.add(name.asString());
            }
            assertThat(seen).containsExactly("bola", "hijau", "kembang");
            assertThat(names.asList()).hasSize(3);
        }
    }

    // importModule() imports a Python module. callMethod() calls a function of the module. You can pass references
    // and Java values; Java values are converted. The last argument may be a Kwargs, which holds keyword arguments.
    // Here Python runs round(3.2666…, ndigits=2).
    @Test
    @Order(6)
    void callPythonWithKeywordArguments() {
        try (Python py = Python.attach()) {
            PyModule statistics = py.importModule("statistics");
            PyAny mean = statistics.callMethod("mean", zoo().bind(py).values());
            PyAny rounded = py.eval("round").call(mean, Kwargs.of("ndigits", 2));
            assertThat(rounded.asDouble()).isEqualTo(3.27);
        }
    }

    // An exception of Python is a PythonException in Java. It has the Python message, and its stack trace begins
    // with the lines of Python. matches() works like except in Python: a KeyError is a LookupError too.
    @Test
    @Order(7)
    void catchAnExceptionOfPython() {
        try (Python py = Python.attach()) {
            PyDict lengths = zoo().bind(py);
            try {
                lengths.getItem("anaconda");
                throw new AssertionError("there is no anaconda");
            } catch (PythonException e) {
                assertThat(e).hasMessage("KeyError: 'anaconda'");
                assertThat(e.matches(py, "LookupError")).isTrue();
            }
        }
    }

    // A Java lambda can be a Python function. The lambda gets a token, the arguments and the keyword arguments. Its
    // result is converted to Python. Here Python's sorted() calls Java for each name.
    @Test
    @Order(8)
    void letPythonCallJava() {
        try (Python py = Python.attach()) {
            PyDict lengths = zoo().bind(py);
            PyCFunction length =
                    py.function("length", (token, arguments, keywords) -> lengths.getItem(arguments.getFirst()));
            PyAny sorted = py.eval("sorted").call(lengths.keys(), Kwargs.of("key", length));
            assertThat(sorted.str()).isEqualTo("['bola', 'hijau', 'kembang']");
        }
    }

    // An exception of Java can cross Python. Python can catch it: an IllegalArgumentException is a ValueError there.
    // If Python does not catch it, Java gets the same exception object.
    @Test
    @Order(9)
    void throwAnExceptionThroughPython() {
        try (Python py = Python.attach()) {
            IllegalArgumentException refusal = new IllegalArgumentException("no snake is that long");
            PyCFunction measure = py.function("measure", (token, arguments, keywords) -> {
                throw refusal;
            });
            PyDict globals = py.dict();
            py.run("""
                    def careful(function):
                        try:
                            function()
                        except ValueError as e:
                            return 'Python caught: ' + str(e)
                    """, globals);
            String caught = globals.getItem("careful").call(measure).asString();
            assertThat(caught).isEqualTo("Python caught: no snake is that long");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(measure::call)
                    .isSameAs(refusal);
        }
    }

    /** A snake of the zoo: a record is a dict in Python, with an item for each component. */
    public record Snake(String name, double length, LocalDate born) {}

    // py.of() converts any Java value to Python, and as() converts back. A TypeRef says which types are inside of a
    // container. A value that does not fit is Python's TypeError or OverflowError: no digit and no element is lost
    // in silence.
    @Test
    @Order(10)
    void convertValues() {
        try (Python py = Python.attach()) {
            Snake kembang = new Snake("kembang", 6.5, LocalDate.of(2019, 5, 4));
            PyAny dict = py.of(kembang);
            assertThat(dict.getItem("born").callMethod("isoformat").str()).isEqualTo("2019-05-04");
            assertThat(dict.as(Snake.class)).isEqualTo(kembang);

            List<Double> lengths = zoo().bind(py).values().as(new TypeRef<List<Double>>() {});
            assertThat(lengths).containsExactly(6.5, 1.5, 1.8);
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> py.eval("2 ** 100").asLong())
                    .withMessageStartingWith("OverflowError");
        }
    }

    // You need not copy large data: Java and Python can use the same memory. A MemorySegment becomes a memoryview,
    // and NumPy makes an array of it without a copy. Here Python doubles numbers in memory of Java. Memory of
    // Arena.ofAuto() lives as long as Java or Python uses it.
    @Test
    @Order(11)
    void shareMemoryWithNumPy() {
        try (Python py = Python.attach()) {
            double[] lengths = zoo().bind(py).values().as(double[].class); // this is one copy
            MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_DOUBLE, lengths);
            PyModule numpy = py.importModule("numpy");
            PyAny array = numpy.callMethod("frombuffer", memory, Kwargs.of("dtype", "float64"));
            array.imul(2);
            assertThat(memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 0)).isEqualTo(13.0);
            assertThat(numpy.callMethod("max", array).asDouble()).isEqualTo(13.0);
        }
    }

    // Each thread attaches for itself. A reference of one thread is refused on another. A Py is for all threads.
    @Test
    @Order(12)
    void useAnotherThread() {
        long counted = CompletableFuture.supplyAsync(
                        () -> Python.attach(py -> zoo().bind(py).len()))
                .join();
        assertThat(counted).isEqualTo(3);

        try (Python py = Python.attach()) {
            PyDict mine = zoo().bind(py);
            CompletableFuture<Integer> refused = CompletableFuture.supplyAsync(mine::len);
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(refused::join)
                    .withCauseInstanceOf(WrongThreadException.class);
        }
    }

    // Python runs one thread at a time: an attached thread holds a lock, which is called the GIL. A thread that
    // waits, or that only runs Java for a while, should detach, so that others can run Python. Without detach, the
    // two threads of this step would wait for each other for ever.
    @Test
    @Order(13)
    void detachWhileYouWait() {
        try (Python py = Python.attach()) {
            PyAny bola = py.string("bola");
            String other = py.detach(() -> CompletableFuture.supplyAsync(() ->
                            Python.attach(there -> there.eval("'kem' + 'bang'").asString()))
                    .join());
            assertThat(other).isEqualTo("kembang");
            assertThat(bola.str()).isEqualTo("bola"); // after detach, the references of this thread are usable again
        }
    }

    // A virtual thread attaches with a lambda. Thousands of virtual threads may attach; each one waits until the GIL
    // is free.
    @Test
    @Order(14)
    void useVirtualThreads() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String egg = "egg " + i;
                threads.submit(() -> Python.attach(py -> {
                    zoo().bind(py).set(egg, 0.1);
                    return null;
                }));
            }
        }
        assertThat(Python.<Integer, RuntimeException>attach(py -> zoo().bind(py).len()))
                .isEqualTo(103);
    }

    // You need not close the references of a long loop. Java's garbage collector finds the references that the
    // program does not use any more, and Sanca decrements their counts, even while the scope is open. Call close()
    // for an object that is large, or that must be deleted now.
    @Test
    @Order(15)
    void iterateOverManyObjects() {
        try (Python py = Python.attach()) {
            long sum = 0;
            PyIterator numbers = py.eval("iter(range(100_000))").iterator();
            while (numbers.hasNext()) {
                sum += numbers.next().asLong();
            }
            assertThat(sum).isEqualTo(4_999_950_000L);
        }
    }

    // The program does not need the zoo any more. A Py may be closed on any thread, attached or not. This thread is
    // detached, so the count is decremented at the next attach.
    @Test
    @Order(16)
    void closeWhatYouKept() {
        zoo().close();
        Python.attach().close();
        assertThat(zoo().isAlive()).isFalse();
        assertThat(Python.stats().poolPending()).isZero();
    }

    // You do not stop Python. When the JVM exits, Python's atexit functions run and its output is flushed. The
    // program of this step runs in a JVM of its own, so that its end can be seen.
    @Test
    @Order(17)
    void letTheProgramEnd() throws Exception {
        String printed = ChildProgram.run(TutorialProgram.class);
        assertThat(printed).isEqualTo("Java is done\nthe zoo is closed\n");
    }

    // The test checks this after each step: no reference is left that owns a count.
    @AfterEach
    void nothingIsLeft() {
        assertThat(Python.stats().liveBound()).isZero();
    }
}
