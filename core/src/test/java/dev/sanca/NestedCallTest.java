package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The arguments of a call stay where they are while calls are made from inside it. */
@ExtendWith(OwnershipExtension.class)
class NestedCallTest {
    /** More than the memory for the arguments of small calls has room for. */
    private static final int DEPTH = 150;

    private static final long STACK = 16 << 20;

    @Test
    void argumentsSurviveTheCallsOfACallback() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(NestedCallTest::deepest);
        new Thread(null, task, "deep", STACK).start();
        assertThat(task.get()).isEqualTo(DEPTH);
    }

    /** {@code getattr} looks for the default among its arguments after it has asked the object. */
    private static int deepest() {
        int[] depth = {0};
        try (Python py = Python.attach()) {
            PyAny getattr = py.eval("getattr");
            PyAny name = py.of("absent");
            py.run("""
                    class Asking:
                        def __getattr__(self, name):
                            self.ask(name)
                            raise AttributeError(name)
                    """);
            PyAny asking = py.eval("Asking").call();
            PyAny ask = py.function("ask", (inner, args, kwargs) -> {
                if (depth[0] < DEPTH) {
                    int level = ++depth[0];
                    PyAny fallback = inner.of("fallback of level " + level);
                    assertThat(getattr.call(asking, name, fallback).is(fallback))
                            .isTrue();
                    assertThat(inner.eval("str").call(level).asString()).isEqualTo("" + level);
                }
                return null;
            });
            asking.setAttr("ask", ask);
            PyAny fallback = py.of("the outermost");
            assertThat(getattr.call(asking, name, fallback).is(fallback)).isTrue();
            asking.delAttr("ask");
        }
        return depth[0];
    }
}
