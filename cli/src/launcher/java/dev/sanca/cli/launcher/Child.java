package dev.sanca.cli.launcher;

import java.io.IOException;

/** A process that ends with this one. */
final class Child {
    private Child() {}

    /** Runs it to its end and returns its exit code. Its output on stdout goes to stderr if the builder makes a pipe of it. */
    static int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        Thread ending = new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        Runtime.getRuntime().addShutdownHook(ending);
        if (builder.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
            process.getInputStream().transferTo(System.err);
        }
        int exitCode = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(ending);
        return exitCode;
    }
}
