package dev.sanca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wheels in a folder or jar of a class loader; the ones that the plugin makes are tested with it. */
class ApplicationPackagesTest {
    private static final UnpackedPython PYTHON = new UnpackedPython(Path.of("home"), Path.of("lib"), "3.14");

    @TempDir
    Path directory;

    private Path wheel(String name, String... files) throws IOException {
        Path wheel = Files.createDirectories(directory.resolve("classes/META-INF/sanca/packages"))
                .resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(file.getBytes());
            }
        }
        return wheel;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void index(String... lines) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("classes/META-INF/sanca/packages"));
        Files.writeString(folder.resolve("index"), String.join("\n", lines) + "\n");
    }

    private List<Path> unpack() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.resolve("classes").toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return ApplicationPackages.unpack(new Unpacker(directory.resolve("cache")), "linux-x86_64", PYTHON);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void applicationWithoutPackagesHasNoDirectory() throws IOException {
        assertThat(unpack()).isEmpty();
    }

    @Test
    void filesOfAWheelGoWhereTheyBelong() throws Exception {
        Path wheel = wheel(
                "thing-1-py3-none-any.whl",
                "thing/__init__.py",
                "thing-1.data/purelib/other.py",
                "thing-1.data/scripts/run",
                "thing-1.data/data/share/text");
        Path windows = wheel("only-1-cp314-cp314-win_amd64.whl", "only.py");
        Path source =
                Files.createDirectories(directory.resolve("classes/python/a b")).resolve("own.py");
        Files.writeString(source, "x = 1\n");
        index(
                "sanca packages 1",
                "python 3.14",
                "platforms linux-x86_64 windows-x86_64",
                "wheel linux-x86_64,windows-x86_64 " + sha256(wheel) + " thing-1-py3-none-any.whl",
                "wheel windows-x86_64 " + sha256(windows) + " only-1-cp314-cp314-win_amd64.whl",
                "source " + sha256(source) + " a b/own.py",
                "end");
        Path unpacked = unpack().getFirst();
        assertThat(unpacked.resolve("thing/__init__.py")).hasContent("thing/__init__.py");
        assertThat(unpacked.resolve("other.py")).exists();
        assertThat(unpacked.resolve("bin/run")).exists();
        assertThat(unpacked.resolve("share/text")).exists();
        assertThat(unpacked.resolve("a b/own.py")).hasContent("x = 1");
        assertThat(unpacked.resolve("only.py")).doesNotExist();
        assertThat(unpack()).containsExactly(unpacked);
        // Outside of the user's home, others may read what they may read of the cache.
        assertThat(Files.getPosixFilePermissions(unpacked))
                .isEqualTo(Files.getPosixFilePermissions(directory.resolve("cache")));
    }

    @Test
    void indexesOfSeveralJarsMayBeOneFile() throws Exception {
        Path one = wheel("one-1-py3-none-any.whl", "one.py");
        Path two = wheel("two-1-py3-none-any.whl", "two.py");
        String[] head = {"sanca packages 1", "python 3.14", "platforms linux-x86_64"};
        index(
                head[0],
                head[1],
                head[2],
                "wheel linux-x86_64 " + sha256(one) + " one-1-py3-none-any.whl",
                "end",
                head[0],
                head[1],
                head[2],
                "wheel linux-x86_64 " + sha256(two) + " two-1-py3-none-any.whl",
                "end");
        List<Path> unpacked = unpack();
        assertThat(unpacked).hasSize(2);
        assertThat(unpacked.get(0).resolve("one.py")).exists();
        assertThat(unpacked.get(1).resolve("two.py")).exists();
    }

    @Test
    void wheelThatIsNotTheOneOfTheIndexIsRefused() throws Exception {
        wheel("one-1-py3-none-any.whl", "one.py");
        index(
                "sanca packages 1",
                "python 3.14",
                "platforms linux-x86_64",
                "wheel linux-x86_64 " + "0".repeat(64) + " one-1-py3-none-any.whl",
                "end");
        assertThatThrownBy(this::unpack)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("one-1-py3-none-any.whl in the application is damaged");
        Files.delete(directory.resolve("classes/META-INF/sanca/packages/one-1-py3-none-any.whl"));
        assertThatThrownBy(this::unpack).hasMessageContaining("The application lacks META-INF/sanca/packages/one-1");
    }

    @Test
    void pathLeadingOutsideIsRefused() throws Exception {
        Path wheel = wheel("one-1-py3-none-any.whl", "one-1.data/scripts/../../../outside");
        index(
                "sanca packages 1",
                "python 3.14",
                "platforms linux-x86_64",
                "wheel linux-x86_64 " + sha256(wheel) + " one-1-py3-none-any.whl",
                "end");
        assertThatThrownBy(this::unpack)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The wheel one-1-py3-none-any.whl in the application");
        try (var files = Files.walk(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("outside");
        }
    }

    @Test
    void otherPlatformAndOtherPythonAreNamed() throws Exception {
        index("sanca packages 1", "python 3.14", "platforms windows-x86_64", "wheel windows-x86_64 00 x.whl", "end");
        assertThatThrownBy(this::unpack)
                .hasMessageContaining("are for windows-x86_64, not for linux-x86_64")
                .hasMessageContaining("<platforms>")
                .hasMessageContaining("mvn sanca:lock");
        index("sanca packages 1", "python 3.13", "platforms linux-x86_64", "end");
        assertThatThrownBy(this::unpack).hasMessageContaining("are for Python 3.13, but the bundled Python is 3.14");
    }

    @Test
    void damagedIndexIsNamed() throws Exception {
        for (String lines :
                List.of("", "sanca packages 2\npython 3.14\nplatforms x\nend", "sanca packages 1\nend", "x")) {
            index(lines.split("\n"));
            assertThatThrownBy(this::unpack)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The index of Python packages")
                    .hasMessageContaining("is damaged");
        }
    }
}
