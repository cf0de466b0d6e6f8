package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.convert.TypeRef;
import java.util.List;
import java.util.function.Function;

/** An application in a class loader of its own, as a server has many that come and go. Each method uses Sanca in one way. */
public final class Application {
    private Application() {}

    /** A row. */
    public record Row(int number, String name) {}

    /** A view of a Python callable. */
    @FunctionalInterface
    public interface Listener {
        /** Is told. */
        void heard(String text);
    }

    /** A service for Python. */
    public static final class Service {
        /** Greets. */
        public String greet(Row row) {
            return "hi " + row.name();
        }
    }

    /** An exception of the application. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Makes it. */
        public Gone() {
            super("gone");
        }
    }

    /** Uses Sanca in the way named. */
    public static void run(String way) {
        Python.attach(py -> {
            switch (way) {
                case "nothing" -> {}
                case "object" ->
                    py.eval("lambda s: s.greet({'number': 1, 'name': 'x'})").call(new Service());
                case "function" -> py.eval("lambda f: f(1)").call((Function<Object, Object>) o -> o);
                case "record" -> py.of(new Row(1, "x")).as(Row.class);
                case "view" -> py.eval("print").as(Listener.class);
                case "type" -> py.eval("[]").as(new TypeRef<List<Row>>() {});
                case "exception" -> {
                    try {
                        py.function("f", (token, arguments, keywords) -> {
                                    throw new Gone();
                                })
                                .call();
                    } catch (Gone e) {
                        return true;
                    }
                }
                default -> throw new IllegalArgumentException(way);
            }
            return true;
        });
    }
}
