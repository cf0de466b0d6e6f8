package dev.sanca.internal.discovery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries that an ELF file needs, and the versions of symbols that it needs of them and defines itself: what the
 * system's loader compares before it loads a library.
 *
 * @param needed the names of the libraries ({@code DT_NEEDED})
 * @param required the versions that are needed, such as {@code GLIBC_2.35}, by the name of the library ({@code DT_VERNEED})
 * @param defined the versions that the file defines ({@code DT_VERDEF})
 * @see <a href="https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html">Symbol
 *     versioning, in the Linux Standard Base</a>
 */
record ElfVersions(List<String> needed, Map<String, Set<String>> required, Set<String> defined) {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_VERDEF = 0x6ffffffcL;
    private static final long DT_VERDEFNUM = 0x6ffffffdL;
    private static final long DT_VERNEED = 0x6ffffffeL;
    private static final long DT_VERNEEDNUM = 0x6fffffffL;

    /**
     * Reads a file.
     *
     * @return the versions; empty if the file cannot be read, or is no dynamic ELF file of 64 bits with its lowest byte first
     */
    static Optional<ElfVersions> read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            boolean fit = bytes.getInt(0) == 0x464c457f && bytes.get(4) == 2 && bytes.get(5) == 1;
            return fit ? Optional.of(new Reader(bytes).read()) : Optional.empty();
        } catch (IOException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The tables of one file. Offsets that lead out of it throw {@link IndexOutOfBoundsException}. */
    private static final class Reader {
        private final ByteBuffer bytes;
        private final List<long[]> loaded = new ArrayList<>(); // address, offset, size
        private final Map<Long, Long> dynamic = new LinkedHashMap<>();
        private final List<Long> names = new ArrayList<>();

        Reader(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        ElfVersions read() {
            int headers = (int) bytes.getLong(32);
            int size = bytes.getShort(54);
            int count = bytes.getShort(56);
            int tags = 0;
            for (int at = headers; at < headers + count * size; at += size) {
                int type = bytes.getInt(at);
                if (type == PT_LOAD) {
                    loaded.add(new long[] {bytes.getLong(at + 16), bytes.getLong(at + 8), bytes.getLong(at + 32)});
                } else if (type == PT_DYNAMIC) {
                    tags = (int) bytes.getLong(at + 8);
                }
            }
            for (; tags > 0 && bytes.getLong(tags) != 0; tags += 16) {
                if (bytes.getLong(tags) == DT_NEEDED) {
                    names.add(bytes.getLong(tags + 8));
                } else {
                    dynamic.put(bytes.getLong(tags), bytes.getLong(tags + 8));
                }
            }
            return new ElfVersions(names.stream().map(this::text).toList(), required(), defined());
        }

        /** The table of {@code Elf64_Verneed}, each with a list of {@code Elf64_Vernaux}. */
        private Map<String, Set<String>> required() {
            Map<String, Set<String>> required = new LinkedHashMap<>();
            int at = offset(DT_VERNEED);
            for (long i = dynamic.getOrDefault(DT_VERNEEDNUM, 0L); i > 0 && at > 0; i--) {
                Set<String> versions = new LinkedHashSet<>();
                int item = at + bytes.getInt(at + 8);
                for (int j = bytes.getShort(at + 2); j > 0; j--) {
                    versions.add(text(bytes.getInt(item + 8)));
                    item += bytes.getInt(item + 12);
                }
                required.put(text(bytes.getInt(at + 4)), versions);
                at += bytes.getInt(at + 12);
            }
            return required;
        }

        /** The table of {@code Elf64_Verdef}; the first {@code Elf64_Verdaux} of each has the name. */
        private Set<String> defined() {
            Set<String> defined = new LinkedHashSet<>();
            int at = offset(DT_VERDEF);
            for (long i = dynamic.getOrDefault(DT_VERDEFNUM, 0L); i > 0 && at > 0; i--) {
                defined.add(text(bytes.getInt(at + bytes.getInt(at + 12))));
                at += bytes.getInt(at + 16);
            }
            return defined;
        }

        /** Returns where in the file the table is whose address a tag has; 0 if there is no such tag. */
        private int offset(long tag) {
            Long address = dynamic.get(tag);
            if (address == null) {
                return 0;
            }
            for (long[] segment : loaded) {
                if (address >= segment[0] && address < segment[0] + segment[2]) {
                    return Math.toIntExact(address - segment[0] + segment[1]);
                }
            }
            return 0;
        }

        private String text(long index) {
            int start = Math.toIntExact(offset(DT_STRTAB) + index);
            StringBuilder text = new StringBuilder();
            for (int i = start; bytes.get(i) != 0; i++) {
                text.append((char) bytes.get(i));
            }
            return text.toString();
        }
    }
}
