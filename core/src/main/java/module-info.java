/**
 * CPython inside the JVM, with ownership as the central idea.
 *
 * <p>{@code import module dev.sanca;} brings in everything a program needs, where this module is on the module path. On the
 * class path, {@code import dev.sanca.*;} and {@code import dev.sanca.types.*;} do.
 */
@SuppressWarnings("module") // dev.sanca.cli and dev.sanca.packages are compiled after this module
module dev.sanca {
    requires static kotlin.stdlib; // one annotation for Kotlin's compiler, in class files only
    requires static transitive org.jspecify;
    requires jdk.management;

    exports dev.sanca;
    exports dev.sanca.convert;
    exports dev.sanca.internal.discovery to
            dev.sanca.cli,
            dev.sanca.packages;
    exports dev.sanca.internal.word to
            dev.sanca.cli;
    exports dev.sanca.spi;
    exports dev.sanca.types;

    uses dev.sanca.convert.Converter;
    uses dev.sanca.spi.BundledPython;
    uses dev.sanca.spi.PythonRuntime;
}
