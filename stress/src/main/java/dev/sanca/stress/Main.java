package dev.sanca.stress;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code ./sanca fuzz} and {@code ./sanca soak}. */
public final class Main {
    private Main() {}

    /** Takes the command and its options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        int exitCode;
        try {
            exitCode = switch (arguments[0]) {
                case "fuzz" -> new FuzzCommand(System.out).run(rest);
                case "soak" -> new SoakCommand(System.out).run(rest);
                default -> throw new IllegalArgumentException("there is no command '" + arguments[0] + "'");
            };
        } catch (IllegalArgumentException e) {
            System.err.println("sanca: " + e.getMessage());
            exitCode = 2;
        }
        System.exit(exitCode);
    }
}
