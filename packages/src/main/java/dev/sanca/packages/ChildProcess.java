package dev.sanca.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program and reads what it prints. */
final class ChildProcess {
    /** How many of the last lines of a program that failed are shown. */
    private static final int SHOWN = 12;

    private ChildProcess() {}

    /**
     * Runs a program to its end.
     *
     * @param doing what the program does, for the message of an error
     * @return the lines that it printed on both streams
     * @throws PackagesException if the program does not start, or ends with another exit code than 0
     */
    static List<String> run(String doing, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        builder.environment().put("PIP_NO_INPUT", "1");
        builder.environment().put("PIP_ROOT_USER_ACTION", "ignore");
        // Settings for interactive use, with which pip would refuse what is done here.
        builder.environment().put("PIP_REQUIRE_VIRTUALENV", "0");
        builder.environment().put("PIP_USER", "0");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        String program = String.valueOf(Path.of(command.getFirst()).getFileName());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> output = new ArrayList<>();
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(output::add);
            }
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                List<String> last = output.subList(Math.max(0, output.size() - SHOWN), output.size());
                throw new PackagesException(
                        "Sanca cannot " + doing + ": " + program + " ended with exit code " + exitCode
                                + ".\n  " + String.join("\n  ", last)
                                + "\nIf it could not reach the package index: check the network, or name another index by"
                                + " PIP_INDEX_URL or pip.conf.");
            }
            return output;
        } catch (IOException e) {
            throw new PackagesException(
                    "Sanca cannot " + doing + ": " + command.getFirst() + " does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagesException("The thread was interrupted while it waited for " + program + ".", e);
        }
    }
}
