import dev.sanca.graalpy.GraalPyRuntime;
import dev.sanca.spi.PythonRuntime;

/** GraalPy, a Python written in Java, as a runtime of Sanca. */
module dev.sanca.graalpy {
    requires dev.sanca;
    requires org.graalvm.polyglot;
    requires static org.jspecify;

    provides PythonRuntime with
            GraalPyRuntime;
}
