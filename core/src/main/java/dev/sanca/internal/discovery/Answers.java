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
 * Remembers what interpreters answered, so that later starts run no process.
 *
 * <p>An answer belongs to a path and to the time and size of the program it leads to, and of the {@code pyvenv.cfg}
 * beside it. Only native programs are remembered: a script (such as the shims of pyenv) may lead elsewhere tomorrow.
 *
 * @param directory where answers are kept
 */
record Answers(Path directory) {
    private static final String KEY = "sanca.key";

    Answer get(Path executable) {
        Path file = directory
                .resolve("interpreters")
                .resolve(
                        UUID.nameUUIDFromBytes(executable.toString().getBytes(StandardCharsets.UTF_8)) + ".properties");
        Optional<String> key = key(executable);
        Optional<Answer> known = key.flatMap(value -> read(file, value));
        if (known.isPresent()) {
            return known.get();
        }
        Answer answer = Question.ask(executable);
        key.ifPresent(value -> write(file, value, answer));
        return answer;
    }

    private static Optional<String> key(Path executable) {
        try {
            Path real = executable.toRealPath();
            if (Elf.read(real).isEmpty()) {
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

    private static Optional<Answer> read(Path file, String key) {
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
        return Optional.of(new Answer(values));
    }

    private static void write(Path file, String key, Answer answer) {
        Properties properties = new Properties();
        properties.putAll(answer.values());
        properties.setProperty(KEY, key);
        try {
            Files.createDirectories(file.resolveSibling(""));
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Path fresh = Files.createTempFile(file.resolveSibling(""), "answer", ".tmp");
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // a cache that cannot be written makes starts slower, not wrong
        }
    }
}
