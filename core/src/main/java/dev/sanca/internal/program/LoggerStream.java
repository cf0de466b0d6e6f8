package dev.sanca.internal.program;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A stream that logs each line of UTF-8 as one message, without the characters that end the line.
 *
 * <p><b>Thread:</b> any; what several threads write at once is logged by one after the other.
 */
public final class LoggerStream extends OutputStream {
    /** A line that is longer is logged in parts, so that output without ends of lines needs no more memory than this. */
    private static final int LONGEST_LINE = 64 << 10;

    private final System.Logger logger;
    private final System.Logger.Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * Creates a stream without a line.
     *
     * @param logger where the lines go
     * @param level the level of each line
     */
    public LoggerStream(System.Logger logger, System.Logger.Level level) {
        this.logger = Objects.requireNonNull(logger, "logger");
        this.level = Objects.requireNonNull(level, "level");
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        for (int i = offset; i < offset + length; i++) {
            if (data[i] == '\n') {
                log();
            } else {
                if (line.size() >= LONGEST_LINE && isStartOfCharacter(data[i])) {
                    log();
                }
                line.write(data[i]);
            }
        }
    }

    private static boolean isStartOfCharacter(byte b) {
        return (b & 0xC0) != 0x80;
    }

    /** Logs the line that has no end yet, if there is one. */
    synchronized void endLine() {
        if (line.size() > 0) {
            log();
        }
    }

    private void log() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        logger.log(level, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public String toString() {
        return "System.Logger " + logger.getName() + " at " + level;
    }
}
