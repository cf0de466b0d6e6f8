package dev.sanca.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: {@code sanca run} and {@code sanca doctor}. */
@Command(
        name = "sanca",
        description = "CPython inside the JVM.",
        mixinStandardHelpOptions = true,
        subcommands = {Run.class, Doctor.class})
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        // Everything after a script's name is the script's.
        line.setStopAtPositional(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("sanca: " + exception.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }
}
