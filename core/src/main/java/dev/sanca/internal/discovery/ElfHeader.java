package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The beginning of an ELF header, which tells for what machine a program or library was built.
 *
 * @param bits 32 or 64
 * @param machine {@code e_machine}
 */
record ElfHeader(int bits, int machine) {
    private static final int HEADER = 20;

    /** {@code e_machine} for the names of architectures in the JVM's {@code os.arch}. */
    private static final Map<String, Integer> MACHINES = Map.of(
            "amd64", 62, "x86_64", 62, "aarch64", 183, "riscv64", 243, "ppc64le", 21, "s390x", 22, "loongarch64", 258);

    private static final Map<Integer, String> NAMES = Map.of(
            3,
            "x86 (32 bits)",
            40,
            "arm (32 bits)",
            62,
            "amd64",
            183,
            "aarch64",
            243,
            "riscv64",
            21,
            "ppc64",
            22,
            "s390x",
            258,
            "loongarch64");

    /**
     * Reads the header; empty if the file is not an ELF file.
     *
     * @throws PythonConfigException if the file cannot be read
     */
    static Optional<ElfHeader> read(Path file) {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        } catch (IOException e) {
            throw new PythonConfigException(
                    file + " cannot be read: " + e.getMessage() + ". Check its permissions, or name another Python by"
                            + " SANCA_PYTHON or -Dsanca.python.",
                    e);
        }
        if (header.length < HEADER || header[0] != 0x7f || header[1] != 'E' || header[2] != 'L' || header[3] != 'F') {
            return Optional.empty();
        }
        boolean bigEndian = header[5] == 2;
        int first = header[bigEndian ? 19 : 18] & 0xff;
        int second = header[bigEndian ? 18 : 19] & 0xff;
        return Optional.of(new ElfHeader(header[4] == 2 ? 64 : 32, first | (second << 8)));
    }

    /**
     * Throws if this process cannot load a file because it was built for another architecture.
     *
     * @throws PythonConfigException if the architecture is another one, or the file cannot be read
     */
    static void requireThisMachine(Path file) {
        String arch = System.getProperty("os.arch", "");
        Integer expected = MACHINES.get(arch);
        Optional<ElfHeader> elf = read(file);
        if (expected == null || elf.isEmpty() || elf.get().equals(new ElfHeader(64, expected))) {
            return;
        }
        String actual = NAMES.getOrDefault(elf.get().machine, "machine number " + elf.get().machine);
        throw new PythonConfigException(file + " is built for " + actual + ", but this JVM runs on " + arch
                + ". Install a Python for " + arch + ", or run a JVM for " + actual
                + "; name another Python by SANCA_PYTHON or -Dsanca.python.");
    }
}
