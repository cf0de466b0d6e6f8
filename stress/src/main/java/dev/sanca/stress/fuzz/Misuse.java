package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uses references, scopes and tokens in ways that must be refused, and must change nothing. */
final class Misuse {
    private final Actor actor;

    Misuse(Actor actor) {
        this.actor = actor;
    }

    /** Does the a-th kind of misuse, if there is what it takes. */
    void run(Python py, int a, @Nullable PyAny closed) {
        OpenedScope innermost = actor.scopes.element();
        Held held = innermost.open().isEmpty() ? null : innermost.open().getLast();
        switch (a % 8) {
            case 0 -> useClosed(closed);
            case 1 -> closeOuter();
            case 2 -> {
                OpenedScope outermost = actor.scopes.getLast();
                if (!outermost.isOwn() && actor.scopes.size() > 1) {
                    refused("a token was closed under a scope", outermost.scope()::close);
                }
            }
            case 3 -> {
                if (held != null) {
                    onOtherThread(held.reference());
                }
            }
            case 4 -> {
                if (held != null) {
                    PyAny reference = held.reference();
                    py.detach(() -> refused("a detached thread used a reference", reference::len));
                    py.detach(() -> refused("a detached thread used a token", () -> py.eval("1")));
                }
            }
            case 5 -> {
                try (PyAny bound = actor.objects.bind(py, 0)) {
                    Py<PyAny> moved = Py.of(bound);
                    moved.close();
                    moved.close();
                    refused("a closed Py was bound", () -> moved.bind(py));
                    refused("a closed Py was copied", moved::copy);
                }
            }
            case 6 -> {
                if (!innermost.isOwn() && actor.scopes.size() == 1 && held != null && isBaseOfThread()) {
                    refused(
                            "a reference was kept beyond the thread",
                            () -> innermost.scope().keep(held.reference()));
                }
            }
            default -> {
                Python inner = Python.attach();
                inner.close();
                refused("a closed token was used", () -> inner.eval("1"));
                refused("a closed token was closed", inner::close);
            }
        }
    }

    /** Whether no other attachment of this thread is outside the one at hand. */
    private boolean isBaseOfThread() {
        return actor.facts.attachments == 1;
    }

    private static void useClosed(@Nullable PyAny closed) {
        if (closed != null) {
            Disagreement.unless(!closed.isAlive(), "a closed reference is open");
            refused("a closed reference was used", closed::len);
            closed.close();
        }
    }

    private void closeOuter() {
        List<OpenedScope> scopes = new ArrayList<>(actor.scopes);
        for (int i = 1; i < scopes.size(); i++) {
            refused("a scope was closed before the one inside", scopes.get(i).scope()::close);
            Disagreement.unless(scopes.get(i).scope().isOpen(), "a scope is closed though it refused");
        }
    }

    private static void onOtherThread(PyAny reference) {
        List<Throwable> thrown = new ArrayList<>();
        Thread other = Thread.ofVirtual().start(() -> {
            try {
                refused("another thread used a reference", reference::len);
            } catch (Disagreement e) {
                thrown.add(e);
            }
        });
        Child.await(other::join);
        if (!thrown.isEmpty()) {
            throw new Disagreement(String.valueOf(thrown.getFirst().getMessage()));
        }
    }

    private static void refused(String what, Runnable use) {
        try {
            use.run();
        } catch (IllegalStateException | WrongThreadException e) {
            return;
        }
        throw new Disagreement(what + ", and nothing was thrown");
    }
}
