package dev.sanca.internal.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A stream that passes UTF-8 on to a writer. A character of which some bytes have not come yet waits for them; what is not
 * UTF-8 becomes U+FFFD.
 *
 * <p><b>Thread:</b> any; what several threads write at once is passed on by one after the other.
 */
public final class WriterStream extends OutputStream {
    private static final int LONGEST_CHARACTER = 4;
    private static final int PIECE = 8192;

    private final Writer writer;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The bytes of a character that is not complete, from the beginning of the buffer. */
    private ByteBuffer bytes = ByteBuffer.allocate(LONGEST_CHARACTER);

    /**
     * Creates a stream that has received nothing.
     *
     * @param writer where the text goes
     */
    public WriterStream(Writer writer) {
        this.writer = Objects.requireNonNull(writer, "writer");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        ByteBuffer input = ByteBuffer.allocate(bytes.position() + length);
        input.put(bytes.flip()).put(data, offset, length).flip();
        CharBuffer text = CharBuffer.allocate(Math.min(PIECE, input.remaining() + 1));
        boolean more = true;
        while (more) {
            more = decoder.decode(input, text, false).isOverflow();
            writer.append(text.flip());
            text.clear();
        }
        bytes = ByteBuffer.allocate(LONGEST_CHARACTER).put(input);
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public String toString() {
        return writer.toString();
    }
}
