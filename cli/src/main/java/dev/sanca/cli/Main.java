package dev.sanca.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of all commands. */
@Command(
        name = "sanca",
        description = "CPython inside the JVM.",
        mixinStandardHelpOptions = true,
        subcommands = {Run.class, Doctor.class, PythonCommand.class, PipCommand.class, PackagesCommand.class})
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
        // Everything after python and pip is theirs, options too.
        for (String command : List.of("python", "pip")) {
            Objects.requireNonNull(line.getSubcommands().get(command)).setUnmatchedOptionsArePositionalParams(true);
        }
        line.setExpandAtFiles(false);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("sanca: " + exception.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }
}
