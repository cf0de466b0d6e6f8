package dev.sanca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"cache", "cache/KEY"})
    void aCacheThatEveryUserCanWriteIsRefused(String name) throws IOException {
        Path cache = directory.resolve("cache");
        Unpacker unpacker = new Unpacker(cache);
        Path target = unpacker.unpack(jar("a"), path -> true, done -> {});
        Path opened =
                directory.resolve(name.replace("KEY", cache.relativize(target).toString()));
        Files.setPosixFilePermissions(opened, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> unpacker.unpack(jar("a"), path -> true, done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(opened + " is not used")
                .hasMessageContaining("every user can write it")
                .hasMessageContaining("chmod o-w " + opened);
        assertThatThrownBy(() -> unpacker.generate(target.getFileName().toString(), done -> {}))
                .hasMessageContaining("every user can write it");
        Files.setPosixFilePermissions(opened, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(unpacker.unpack(jar("a"), path -> true, done -> {})).isEqualTo(target);
    }

    @Test
    void aCacheThatAnotherGroupCanWriteIsRefused() throws IOException {
        Path cache = Files.createDirectory(directory.resolve("cache"));
        String group =
                Files.readAttributes(cache, PosixFileAttributes.class).group().getName();
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxr-x"));
        if (group.equals("root") || group.equals(Files.getOwner(cache).getName())) {
            PrivateDirectory.check(cache); // a group of the administrator, or of this user alone
        } else {
            assertThatThrownBy(() -> PrivateDirectory.check(cache)).hasMessageContaining("the group " + group);
        }
    }

    @Test
    void theCacheIsMadeSoThatOthersCannotWriteIt() throws IOException {
        Path cache = directory.resolve("some/cache");
        Path target = new Unpacker(cache).unpack(jar("a"), path -> true, done -> {});
        for (Path made : new Path[] {cache, target}) {
            assertThat(Files.getPosixFilePermissions(made))
                    .doesNotContain(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);
        }
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

    @Test
    void jarInAJarIsUnpackedThroughItsClassLoader() throws Exception {
        NativeJar jar = jar("org/bytedeco/thing/a", "org/bytedeco/thing/b/c");
        FileSource source = ResourceJar.of(
                "thing",
                new URI("jar:" + jar.file().toUri() + "!/root/org/bytedeco/thing/a").toURL(),
                "root/org/bytedeco/thing/");
        Unpacker unpacker = new Unpacker(directory.resolve("cache"));
        Path target = unpacker.unpack(source, path -> true, done -> {});
        assertThat(target.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(target.resolve("b/c")).hasBinaryContent(new byte[] {1, 2, 3});

        Files.delete(target.resolve("b/c"));
        assertThat(unpacker.unpack(source, path -> true, done -> {})).isEqualTo(target);
        assertThat(target.resolve("b/c")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void directoryOfAResourceFollowsTheFilesAndNotTheJar() throws Exception {
        String first = resource(jar("x/a"), "x/").key();
        assertThat(resource(jar("x/a", "y/b"), "x/").key()).isEqualTo(first);
        assertThat(resource(jar("x/a", "x/b"), "x/").key()).isNotEqualTo(first);
    }

    private static FileSource resource(NativeJar jar, String directory) throws Exception {
        return ResourceJar.of(
                "thing",
                new URI("jar:" + jar.file().toUri() + "!/root/" + directory + "a").toURL(),
                "root/" + directory);
    }

    @Test
    void jarThatIsAFileHasOneDirectoryHoweverItIsFound() throws Exception {
        String root = "org/bytedeco/openblas/linux-x86_64/";
        Path file = Files.copy(jar("a").file(), directory.resolve("openblas-1-linux-x86_64.jar"));
        URL url = new URI("jar:" + file.toUri() + "!/" + root + "libopenblas.so.0").toURL();
        assertThat(NativeFiles.source("openblas", url, root, root + "libopenblas.so.0"))
                .isEqualTo(new NativeJar("openblas", file, root));
        URL merged = new URI("jar:" + jar("b").file().toUri() + "!/" + root + "libopenblas.so.0").toURL();
        assertThat(NativeFiles.source("openblas", merged, root, root + "libopenblas.so.0"))
                .isInstanceOf(ResourceJar.class);
    }

    @Test
    void directoryOnTheClassPathIsUnpacked() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes/org/bytedeco/cpython/x/bin"));
        Path marker = Files.writeString(classes.resolve("python3"), "link");
        Files.writeString(classes.resolveSibling("lib"), "lib");
        FileSource source = NativeFiles.source(
                "cpython", marker.toUri().toURL(), "org/bytedeco/cpython/x/", "org/bytedeco/cpython/x/bin/python3");
        String key = source.key();
        Path target = new Unpacker(directory.resolve("cache")).unpack(source, path -> true, done -> {});
        assertThat(target.resolve("bin/python3")).hasContent("link");
        assertThat(target.resolve("lib")).hasContent("lib");
        Files.writeString(classes.resolveSibling("lib"), "a longer one");
        assertThat(source.key()).isNotEqualTo(key);
    }

    @Test
    void classLoaderThatCannotListItsFilesIsRefused() throws Exception {
        URL url = URL.of(new URI("bundleresource://7/org/x"), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL u) throws IOException {
                throw new IOException("not opened here");
            }
        });
        assertThatThrownBy(() -> NativeFiles.source("cpython", url, "org/", "org/x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bundleresource://7/org/x")
                .hasMessageContaining("org.bytedeco:cpython");
    }
}
