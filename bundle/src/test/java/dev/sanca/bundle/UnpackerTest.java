package dev.sanca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {
    @TempDir
    Path directory;

    private NativeJar jar(String... entries) throws IOException {
        Path file = directory.resolve("thing-1.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry("root/" + entry));
                jar.write(new byte[] {1, 2, 3});
            }
        }
        return new NativeJar("thing", file, "root/");
    }

    @Test
    void onlyWantedFilesAreUnpacked() throws IOException {
        Path target = new Unpacker(directory.resolve("cache"))
                .unpack(jar("a/wanted", "b/other"), path -> path.startsWith("a/"), done -> {});
        assertThat(target.resolve("a/wanted")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(target.resolve("b")).doesNotExist();
    }

    @Test
    void pathLeadingOutsideIsRefused() throws IOException {
        NativeJar jar = jar("../../outside");
        assertThatThrownBy(() -> new Unpacker(directory.resolve("cache")).unpack(jar, path -> true, done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../../outside");
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    @Test
    void anotherJarGetsAnotherDirectory() throws IOException {
        Unpacker unpacker = new Unpacker(directory.resolve("cache"));
        Path first = unpacker.unpack(jar("a"), path -> true, done -> {});
        Path second = unpacker.unpack(jar("a", "b"), path -> true, done -> {});
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void generatedDirectoryKeepsWhatTheUserAddedWhenRepaired() throws IOException {
        Unpacker unpacker = new Unpacker(directory.resolve("cache"));
        Unpacker.Finish fill = target -> AtomicFiles.write(target.resolve("made"), "made");
        Path target = unpacker.generate("env", fill);
        Files.writeString(target.resolve("added"), "added");
        Files.delete(target.resolve("made"));
        unpacker.generate("env", fill);
        assertThat(target.resolve("made")).hasContent("made");
        assertThat(target.resolve("added")).hasContent("added");
    }
}
