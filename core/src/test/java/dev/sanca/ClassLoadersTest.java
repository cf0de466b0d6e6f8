package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.Application;
import dev.sanca.programs.ServiceThreadsProgram;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that used Sanca, which a server's class loader has loaded, can be unloaded. */
@ExtendWith(OwnershipExtension.class)
class ClassLoadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "object", "function", "record", "view", "type", "exception"})
    void anApplicationsLoaderIsCollected(String way) throws Exception {
        WeakReference<ClassLoader> loader = use(way);
        for (int i = 0; i < 100 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
            Python.attach(py -> {
                py.importModule("gc").callMethod("collect").close();
                return true;
            });
        }
        assertThat(loader.get()).isNull();
    }

    @Test
    @Tag("cpython") // its threads
    void sancasThreadsKeepNoLoader() {
        assertThat(ChildJvm.of(ServiceThreadsProgram.class).run().orFail()).isEqualTo("keep the loader: []\n");
    }

    private static WeakReference<ClassLoader> use(String way) throws Exception {
        ClassLoader loader = new ApplicationLoader();
        Class<?> here = Application.class;
        here.getModule().addExports(here.getPackageName(), loader.getUnnamedModule());
        Class<?> application = loader.loadClass(Application.class.getName());
        assertThat(application).isNotSameAs(Application.class);
        application.getMethod("run", String.class).invoke(null, way);
        return new WeakReference<>(loader);
    }

    /** Defines the application's classes itself, outside of any module. */
    private static final class ApplicationLoader extends ClassLoader {
        ApplicationLoader() {
            super(Application.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Application.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Objects.requireNonNull(Application.class.getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
