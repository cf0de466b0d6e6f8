package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.convert.Converter;
import dev.sanca.convert.TypeRef;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A program with converters of its own, which a class loader like that of an application brings. */
public final class ConverterProgram {
    private ConverterProgram() {}

    /** Converted to text and back. */
    public record Point(int x, int y) {}

    /** Has a converter that returns its argument. */
    public static final class Loop {}

    /** A record, which would be a dict. */
    public static final class PointConverter implements Converter<Point> {
        @Override
        public Class<Point> type() {
            return Point.class;
        }

        @Override
        public Object toPython(Python py, Point value) {
            return py.string(value.x() + "|" + value.y());
        }

        @Override
        public Point fromPython(PyAny reference) {
            String[] parts = reference.asString().split("\\|");
            if (parts.length != 2) {
                try (Python py = Python.attach()) {
                    py.eval("(lambda s: (_ for _ in ()).throw(TypeError(f'{s!r} is no point')))(" + reference.repr()
                                    + ")")
                            .callMethod("__next__");
                }
            }
            return new Point(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /** A class that is tested first when there is no such converter. */
    public static final class UpperConverter implements Converter<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public Object toPython(Python py, String value) {
            return py.string(value.toUpperCase(Locale.ROOT));
        }

        @Override
        public String fromPython(PyAny reference) {
            return reference.str();
        }
    }

    /** Wrong. */
    public static final class LoopConverter implements Converter<Loop> {
        @Override
        public Class<Loop> type() {
            return Loop.class;
        }

        @Override
        public Object toPython(Python py, Loop value) {
            return value;
        }

        @Override
        public Loop fromPython(PyAny reference) {
            return new Loop();
        }
    }

    /** Prints what is converted. */
    public static void main(String[] arguments) throws IOException {
        Path services = Files.createTempFile("services", ".txt");
        Files.write(
                services,
                List.of(
                        PointConverter.class.getName(),
                        UpperConverter.class.getName(),
                        LoopConverter.class.getName(),
                        "no.such.Class"));
        ClassLoader application = new Application(services);
        Class<?> here = ConverterProgram.class; // this package is not exported, and Point is in it
        here.getModule().addExports(here.getPackageName(), application.getUnnamedModule());
        Thread.currentThread().setContextClassLoader(application);
        try (Python py = Python.attach()) {
            System.out.println("> " + py.of(List.of(new Point(1, 2))).repr());
            System.out.println("> " + py.eval("['3|4']").as(new TypeRef<List<Point>>() {}));
            System.out.println("> " + py.of("a").repr());
            fail(() -> py.eval("['zz']").as(new TypeRef<List<Point>>() {}));
            fail(() -> py.of(new Loop()));
        } finally {
            Files.delete(services);
        }
    }

    private static void fail(Runnable run) {
        try {
            run.run();
        } catch (PythonException e) {
            System.out.println("> " + Objects.requireNonNull(e.getMessage()).split("\\. Return")[0]);
        }
    }

    /** Defines the converters outside of any module. */
    private static final class Application extends ClassLoader {
        private final Path services;

        Application(Path services) {
            super(ConverterProgram.class.getClassLoader());
            this.services = services;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.endsWith("Converter") || !name.startsWith(ConverterProgram.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Objects.requireNonNull(ConverterProgram.class.getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + Converter.class.getName())
                    ? Collections.enumeration(List.of(services.toUri().toURL()))
                    : super.getResources(name);
        }
    }
}
