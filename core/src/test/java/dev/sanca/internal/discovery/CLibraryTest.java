package dev.sanca.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real libraries of this machine, and small ELF files that need or define other versions. */
@Tag("cpython")
class CLibraryTest {
    @TempDir
    Path directory;

    @Test
    void thisProcessHasTheLibraryThatItSays() throws Exception {
        CLibrary library = CLibrary.ofProcess().orElseThrow();
        assertThat(library.isMusl()).isFalse();
        Process getconf = new ProcessBuilder("getconf", "GNU_LIBC_VERSION").start();
        String said = new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        // Some releases of glibc add no symbols, so the latest version of a symbol may be older than the release.
        assertThat(said).startsWith("glibc 2.");
        assertThat(Integer.parseInt(library.version().substring(2)))
                .isBetween(2, Integer.parseInt(said.substring("glibc 2.".length())));
    }

    @Test
    void libpythonOfThisTestIsFit() {
        Path libpython = Discovery.find(PythonConfig.discover()).libpython();
        assertThat(ElfVersions.read(libpython).orElseThrow().required()).containsKey("libc.so.6");
        CLibrary.ofProcess().orElseThrow().requireFit(libpython);
    }

    @Test
    void olderGlibcIsNamed() throws IOException {
        Path libc = elf("libc.so.6", "", "GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_PRIVATE");
        elf("libm.so.6", "", "GLIBC_2.29");
        CLibrary old = new CLibrary(libc, false);
        assertThat(old.version()).isEqualTo("2.34");
        Path newer = elf("libpython3.14.so.1.0", "libc.so.6", "GLIBC_2.35", "GLIBC_2.4");
        assertThatThrownBy(() -> old.requireFit(newer))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(newer.toString())
                .hasMessageContaining("needs glibc 2.35 or later, and this system has 2.34")
                .hasMessageContaining("SANCA_PYTHON");
        Path mathematics = elf("libpython3.13.so.1.0", "libm.so.6", "GLIBC_2.38");
        assertThatThrownBy(() -> old.requireFit(mathematics)).hasMessageContaining("needs glibc 2.38");

        old.requireFit(elf("libpython3.12.so.1.0", "libc.so.6", "GLIBC_2.34"));
        old.requireFit(elf("libpython3.11.so.1.0", "libother.so.1", "OTHER_9.9"));
    }

    @Test
    void muslIsFoundAndRefusesWhatIsBuiltForGlibc() throws IOException {
        CLibrary musl = CLibrary.of(Stream.of(
                        "7f00-7f01 r-xp 00000000 00:10 77 /opt/java/lib/server/libjvm.so",
                        "7f02-7f03 r-xp 00000000 00:10 78                       /lib/ld-musl-x86_64.so.1"))
                .orElseThrow();
        assertThat(musl.isMusl()).isTrue();
        Path glibc = elf("libpython3.14.so.1.0", "libc.so.6", "GLIBC_2.35");
        assertThatThrownBy(() -> musl.requireFit(glibc))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("Alpine")
                .hasMessageContaining("glibc 2.35");
        Path forMusl = elf("libpython3.12.so.1.0", "libc.musl-x86_64.so.1");
        musl.requireFit(forMusl);
        assertThatThrownBy(() -> new CLibrary(glibc, false).requireFit(forMusl)).hasMessageContaining("built for musl");
    }

    @Test
    void whatIsNoLibraryIsLeftToTheLoader() throws IOException {
        Path text = Files.writeString(directory.resolve("libpython3.12.so.1.0"), "no library");
        assertThat(ElfVersions.read(text)).isEmpty();
        assertThat(ElfVersions.read(directory.resolve("missing"))).isEmpty();
        new CLibrary(text, false).requireFit(text);
        assertThat(CLibrary.of(Stream.of("7f00-7f01 rw-p 00000000 00:00 0 [heap]")))
                .isEmpty();
    }

    /**
     * Writes an ELF file that needs versions of a library, or, if that has no name, defines them.
     *
     * @return the file
     */
    private Path elf(String name, String needed, String... versions) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        long address = 0x10000; // of the whole file
        bytes.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1);
        bytes.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
        bytes.putInt(64, 1).putLong(64 + 8, 0).putLong(64 + 16, address).putLong(64 + 32, 2048);
        bytes.putInt(120, 2).putLong(120 + 8, 200);

        int strings = 1024;
        int at = strings + 1;
        int libraryName = at - strings;
        for (byte b : needed.getBytes(StandardCharsets.US_ASCII)) {
            bytes.put(at++, b);
        }
        at++;
        int[] names = new int[versions.length];
        for (int i = 0; i < versions.length; i++) {
            names[i] = at - strings;
            for (byte b : versions[i].getBytes(StandardCharsets.US_ASCII)) {
                bytes.put(at++, b);
            }
            at++;
        }

        int table = 400;
        int tag = 200;
        bytes.putLong(tag, 5).putLong(tag + 8, address + strings);
        tag += 16;
        if (needed.isEmpty()) {
            bytes.putLong(tag, 0x6ffffffcL).putLong(tag + 8, address + table);
            bytes.putLong(tag + 16, 0x6ffffffdL).putLong(tag + 24, versions.length);
            for (int i = 0; i < versions.length; i++) {
                int verdef = table + i * 28;
                bytes.putShort(verdef, (short) 1).putShort(verdef + 6, (short) 1);
                bytes.putInt(verdef + 12, 20).putInt(verdef + 16, 28).putInt(verdef + 20, names[i]);
            }
        } else {
            bytes.putLong(tag, 1).putLong(tag + 8, libraryName);
            bytes.putLong(tag + 16, 0x6ffffffeL).putLong(tag + 24, address + table);
            bytes.putLong(tag + 32, 0x6fffffffL).putLong(tag + 40, 1);
            bytes.putShort(table, (short) 1).putShort(table + 2, (short) versions.length);
            bytes.putInt(table + 4, libraryName).putInt(table + 8, 16);
            for (int i = 0; i < versions.length; i++) {
                int vernaux = table + 16 + i * 16;
                bytes.putInt(vernaux + 8, names[i]).putInt(vernaux + 12, 16);
            }
        }
        return Files.write(directory.resolve(name), bytes.array());
    }
}
