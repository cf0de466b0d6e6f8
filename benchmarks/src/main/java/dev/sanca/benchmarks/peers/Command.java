package dev.sanca.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param words the program and its arguments
 * @param environment what it needs beside the driver's
 * @param log where its complaints go
 */
record Command(List<String> words, Map<String, String> environment, Path log) {
    /** The same with further arguments. */
    Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        return new Command(all, environment, log);
    }

    /** The same with an option of its own before all arguments, as a JVM wants it. */
    Command withOption(String option) {
        List<String> all = new ArrayList<>(words);
        all.add(1, option);
        return new Command(all, environment, log);
    }

    ProcessBuilder process() {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words));
        // The user's own settings for Python would decide what is measured.
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON") || name.startsWith("SANCA_"));
        builder.environment().putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(file()));
    }

    private File file() {
        return log.toFile();
    }
}
