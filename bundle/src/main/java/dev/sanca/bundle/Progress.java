package dev.sanca.bundle;

import java.io.Console;
import java.io.PrintStream;

/**
 * Shows a waiting user which jar is being unpacked, and how far.
 *
 * <p>The system property {@code sanca.progress} chooses the form: {@code bar} rewrites one line of standard error,
 * {@code lines} prints a line at the start and one at the end, {@code off} prints nothing. Without the property the
 * form is {@code bar} if the JVM has a terminal, and {@code off} if not.
 */
final class Progress implements AutoCloseable {
    private final String mode;
    private final String what;
    private final long total;
    private final long start = System.nanoTime();
    private final PrintStream out = System.err;
    private long done;
    private int shownPercent = -1;

    Progress(String what, long total) {
        this.mode = mode();
        this.what = what;
        this.total = Math.max(1, total);
        if (mode.equals("lines")) {
            out.println("sanca: unpacking " + what + ", once");
        }
        advance(0);
    }

    void advance(long bytes) {
        done += bytes;
        int percent = (int) Math.min(100, done * 100 / total);
        if (percent != shownPercent && mode.equals("bar")) {
            shownPercent = percent;
            out.print("\rsanca: unpacking " + what + ", once: " + percent + " %");
            out.flush();
        }
    }

    @Override
    public void close() {
        long millis = (System.nanoTime() - start) / 1_000_000;
        switch (mode) {
            case "bar" -> out.println("\rsanca: unpacked " + what + " in " + millis + " ms          ");
            case "lines" -> out.println("sanca: unpacked " + what + " in " + millis + " ms");
            default -> {}
        }
    }

    // Error Prone assumes that System.console() is not null since JDK 22. In JDK 25 it is null if a stream is
    // redirected.
    @SuppressWarnings("SystemConsoleNull")
    private static String mode() {
        String chosen = System.getProperty("sanca.progress");
        if (chosen != null) {
            return chosen;
        }
        Console console = System.console();
        return console != null && console.isTerminal() ? "bar" : "off";
    }
}
