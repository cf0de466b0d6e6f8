package dev.sanca.internal.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A cache of what interpreters reported, on disk, so that later starts run no process.
 *
 * <p>The key of an entry is the path of an executable, the time and size of the file to which the path leads, and the
 * time of the {@code pyvenv.cfg} beside it. Only native executables are cached: a script, such as the shims of pyenv,
 * may lead to another interpreter later.
 *
 * @param directory the cache directory of Sanca
 */
record InterpreterCache(Path directory) {
    private static final String KEY = "sanca.key";

    /**
     * Returns what an interpreter reports: from the cache, or by running it.
     *
     * @throws PythonConfigException if the executable must be run, and does not run or is not a Python
     */
    InterpreterReport get(Path executable) {
        Path file = directory
                .resolve("interpreters")
                .resolve(
                        UUID.nameUUIDFromBytes(executable.toString().getBytes(StandardCharsets.UTF_8)) + ".properties");
        Optional<String> key = key(executable);
        Optional<InterpreterReport> known = key.flatMap(value -> read(file, value));
        if (known.isPresent()) {
            return known.get();
        }
        InterpreterReport report = InterpreterQuery.ask(executable);
        key.ifPresent(value -> write(file, value, report));
        return report;
    }

    private static Optional<String> key(Path executable) {
        try {
            Path real = executable.toRealPath();
            if (ElfHeader.read(real).isEmpty()) {
                return Optional.empty();
            }
            Path configuration = executable.resolveSibling("../pyvenv.cfg").normalize();
            String venv = Files.exists(configuration)
                    ? Files.getLastModifiedTime(configuration).toString()
                    : "none";
            return Optional.of("1 " + executable + " " + real + " " + Files.getLastModifiedTime(real) + " "
                    + Files.size(real) + " " + venv);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<InterpreterReport> read(Path file, String key) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!key.equals(properties.remove(KEY))) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return Optional.of(new InterpreterReport(values));
    }

    private static void write(Path file, String key, InterpreterReport report) {
        Properties properties = new Properties();
        properties.putAll(report.values());
        properties.setProperty(KEY, key);
        try {
            Files.createDirectories(file.resolveSibling(""));
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Path temporary = Files.createTempFile(file.resolveSibling(""), "answer", ".tmp");
            Files.writeString(temporary, text.toString());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // without the cache, starts are slower and still correct
        }
    }
}
