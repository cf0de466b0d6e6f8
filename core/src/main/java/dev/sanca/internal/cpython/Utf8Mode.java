package dev.sanca.internal.cpython;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import java.util.List;
import java.util.Optional;

/**
 * Decides as {@code python3} does whether Python starts in UTF-8 mode. An embedded Python does not decide that by itself:
 * under the C locale it would read and write ASCII.
 *
 * <p>{@code python3} also replaces the C locale by one with UTF-8, so that C libraries and child processes agree with
 * it. So does this class, for characters only: the JVM has read the locale already, and keeps what it has read.
 *
 * <p><b>Source:</b> PEP 538, PEP 540 and PEP 686; {@code Python/preconfig.c}.
 */
final class Utf8Mode {
    private static final List<String> UTF8_LOCALES = List.of("C.UTF-8", "C.utf8", "UTF-8");
    private static final int MINOR_WITH_UTF8_BY_DEFAULT = 15;

    private Utf8Mode() {}

    /**
     * Returns whether the mode is on, and replaces the C locale.
     *
     * @throws PythonConfigException if {@code PYTHONUTF8} is neither 0 nor 1
     */
    static boolean prepare(PythonConfig config, int minor) {
        setLocale("");
        String locale = Memory.getString(libc.setlocale(libc.LC_CTYPE, 0));
        boolean isPosix = locale.equals("C") || locale.equals("POSIX");
        if (isPosix) {
            replaceLocale(config);
        }
        return config.utf8Mode().or(() -> ofVariable(config)).orElse(isPosix || minor >= MINOR_WITH_UTF8_BY_DEFAULT);
    }

    private static Optional<Boolean> ofVariable(PythonConfig config) {
        Optional<String> value = variable(config, "PYTHONUTF8");
        value.filter(text -> !text.equals("0") && !text.equals("1")).ifPresent(text -> {
            throw new PythonConfigException(
                    "the environment variable PYTHONUTF8 is \"" + text + "\": set it to 1 or 0, or unset it");
        });
        return value.map(text -> text.equals("1"));
    }

    private static void replaceLocale(PythonConfig config) {
        boolean isWanted = ProcessEnvironment.get("LC_ALL").isEmpty()
                && variable(config, "PYTHONCOERCECLOCALE")
                        .filter(text -> text.equals("0"))
                        .isEmpty();
        if (isWanted) {
            UTF8_LOCALES.stream()
                    .filter(Utf8Mode::setLocale)
                    .findFirst()
                    .ifPresent(name -> ProcessEnvironment.set("LC_CTYPE", name));
        }
    }

    private static Optional<String> variable(PythonConfig config, String name) {
        return config.isolated() ? Optional.empty() : ProcessEnvironment.get(name);
    }

    private static boolean setLocale(String name) {
        long n = Memory.newString(name);
        try {
            return libc.setlocale(libc.LC_CTYPE, n) != 0;
        } finally {
            Memory.free(n);
        }
    }
}
