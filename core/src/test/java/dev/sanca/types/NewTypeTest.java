package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.convert.TypeRef;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.ReflectedRuntime;
import dev.sanca.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class for another Python type is one file: these are in the tests only, and nothing else knows of them. */
@ExtendWith(OwnershipExtension.class)
class NewTypeTest {
    /** A type of the standard library. */
    static final class PyDeque extends PyAny {
        static final Kind<PyDeque> KIND =
                Kind.register(PyDeque.class, "collections.deque", PyDeque::new, PythonType.of("collections.deque"));

        PyDeque(Chunk chunk, int slot) {
            super(chunk, slot);
        }

        PyAny popLeft() {
            return callMethod("popleft");
        }
    }

    /** A protocol, by an abstract class. */
    static final class PyHashable extends PyAny {
        static final Kind<PyHashable> KIND = Kind.register(
                PyHashable.class,
                "hashable",
                PyHashable::new,
                PythonProtocol.ofAbstractClass("collections.abc.Hashable", word -> false));

        PyHashable(Chunk chunk, int slot) {
            super(chunk, slot);
        }
    }

    /** A name that is not a type's. */
    static final class PyWrong extends PyAny {
        static final Kind<PyWrong> KIND = Kind.register(PyWrong.class, "len", PyWrong::new, PythonType.of("len"));

        PyWrong(Chunk chunk, int slot) {
            super(chunk, slot);
        }
    }

    /** A name that does not exist. */
    static final class PyMissing extends PyAny {
        static final Kind<PyMissing> KIND =
                Kind.register(PyMissing.class, "missing", PyMissing::new, PythonType.of("collections.missing"));

        PyMissing(Chunk chunk, int slot) {
            super(chunk, slot);
        }
    }

    /** The runtime of this run, and another one in the same JVM. */
    private static List<PythonRuntime> runtimes() {
        PythonRuntime other =
                RuntimesProbe.isStandardCPython() ? ReflectedRuntime.INSTANCE : PythonRuntime.named("cpython");
        return List.of(RuntimesProbe.standard(), other, RuntimesProbe.standard());
    }

    private static PyAny deque(Python py) {
        return py.importModule("collections").callMethod("deque", List.of(1, 2));
    }

    @Test
    void castsOnEveryRuntime() {
        for (PythonRuntime runtime : runtimes()) {
            try (Python py = Python.attach(runtime)) {
                PyDeque deque = castTo(PyDeque.class, deque(py));
                assertThat(deque.popLeft().asInt()).isOne();
                assertThat(deque.castExact(PyDeque.class).is(deque)).isTrue();
                assertCastRefused(py.list(1), PyDeque.class, "collections.deque");
            }
        }
    }

    @Test
    void subclassIsAnInstanceButNotExactlyOne() {
        try (Python py = Python.attach()) {
            py.run("import collections\nclass Queue(collections.deque): pass", py.dict());
            PyAny queue = py.eval("type('Queue', (__import__('collections').deque,), {})()");
            castTo(PyDeque.class, queue);
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> queue.castExact(PyDeque.class))
                    .withMessageEndingWith("it is not exactly an instance of collections.deque");
        }
    }

    @Test
    void objectThatOnlyClaimsTheClassIsRefused() {
        try (Python py = Python.attach()) {
            PyAny claims = py.eval(
                    "type('Claims', (), {'__class__': property(lambda self:" + " __import__('collections').deque)})()");
            assertThat(claims.isInstance(py.importModule("collections").getAttr("deque")))
                    .isTrue();
            assertThat(claims.tryCast(PyDeque.class)).isEmpty();
        }
    }

    @Test
    void convertsAndDetachesAsAnyOther() {
        try (Python py = Python.attach()) {
            assertThat(deque(py).as(PyDeque.class).popLeft().asInt()).isOne();
            List<PyDeque> all = py.list(deque(py), deque(py)).as(new TypeRef<List<PyDeque>>() {});
            assertThat(all).hasSize(2).allSatisfy(each -> assertThat(each).isExactlyInstanceOf(PyDeque.class));
            try (Py<PyDeque> detached = Py.of(all.get(1))) {
                assertThat(detached.bind(py).popLeft().asInt()).isOne();
                assertThat(detached).hasToString("deque([2])");
            }
            assertUnusableOnceClosed(all.get(0), all.get(0)::popLeft);
        }
    }

    @Test
    void protocolOfAnAbstractClassIsOneFileToo() {
        for (PythonRuntime runtime : runtimes()) {
            try (Python py = Python.attach(runtime)) {
                castTo(PyHashable.class, py.of("text"));
                assertCastRefused(py.list(), PyHashable.class, "hashable");
            }
        }
    }

    @Test
    void nameThatIsNoTypesIsRefused() {
        try (Python py = Python.attach()) {
            PyAny object = deque(py);
            assertThatIllegalStateException()
                    .isThrownBy(() -> object.cast(PyWrong.class))
                    .withMessageStartingWith("builtins.len is not a type");
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> object.cast(PyMissing.class))
                    .withMessageContaining("missing");
        }
    }

    /** {@code RoomsTest} tells the same of the rooms' classes. */
    @Test
    void noPythonCodeOfSancaNamesAClassOfReferences() throws IOException {
        Path main = Tree.root().resolve("core/src/main");
        for (Path code : files(main.resolve("resources"), ".py")) {
            String text = Files.readString(code);
            for (Path file : files(main.resolve("java/dev/sanca/types"), ".java")) {
                String name = file.getFileName().toString().replace(".java", "");
                assertThat(text).as("%s", code).doesNotContainPattern("\\b" + name + "\\b");
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
