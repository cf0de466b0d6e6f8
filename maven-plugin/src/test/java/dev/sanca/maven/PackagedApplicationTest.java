package dev.sanca.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.maven.TestProject.Result;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals, as a user calls them, and the application that they made, as its users start it. */
class PackagedApplicationTest {
    private static final String[] PACKAGES = {
        "six==1.17.0", "python-dateutil==2.9.0.post0", "markupsafe==3.0.3", "click==8.1.8"
    };

    /** click wants colorama on Windows alone. */
    private static final String OUTPUT_START = "2026-04-05 &lt; 1.17.0 inside True packages-3.14-";

    private static TestProject project;

    @BeforeAll
    static void lockAndPackage() throws Exception {
        delete(TestProject.TARGET.resolve("application"));
        project = new TestProject(TestProject.TARGET.resolve("application"), PACKAGES);
        project.maven("sanca:lock", "package", "sanca:install").succeeds();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.list(TestProject.CACHE)) {
            return all.filter(path -> path.getFileName().toString().startsWith("packages-"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static void deleteUnpacked() throws IOException {
        if (Files.exists(TestProject.CACHE)) {
            for (Path folder : unpacked()) {
                delete(folder);
            }
        }
    }

    @Test
    void lockFileHasOneWheelForEachPlatformAndIsStable() throws Exception {
        String text = Files.readString(project.file("sanca.lock"));
        assertThat(text)
                .contains("#: package six==1.17.0\n")
                .contains(
                        "six==1.17.0 \\\n    --hash=sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274\n"
                                + "    #: linux-x86_64,macosx-arm64,windows-x86_64 six-1.17.0-py2.py3-none-any.whl\n")
                .containsPattern("colorama==\\S+ ; sys_platform == 'win32' and platform_machine == 'AMD64' \\\\\n")
                .containsPattern("#: windows-x86_64 markupsafe-\\S+-win_amd64.whl\n")
                .containsPattern("#: macosx-arm64 markupsafe-\\S+-macosx_\\S+_arm64.whl\n")
                .containsPattern("#: linux-x86_64 markupsafe-\\S+manylinux\\S+x86_64\\S*.whl\n");
        project.maven("sanca:lock").succeeds();
        assertThat(project.file("sanca.lock")).hasContent(text);
    }

    @Test
    void uvLocksTheSame() throws Exception {
        Path uv = TestProject.TARGET.resolve("uv");
        if (!Files.exists(uv.resolve("bin/uv"))) {
            Process pip = new ProcessBuilder(
                            project.file("target/python/bin/python3").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--target",
                            uv.toString(),
                            "uv==0.13.8")
                    .redirectErrorStream(true)
                    .start();
            TestProject.await(pip).succeeds();
        }
        String before = Files.readString(project.file("sanca.lock"));
        Result result = project.maven(Map.of("PATH", uv.resolve("bin") + ":" + System.getenv("PATH")), "sanca:lock");
        assertThat(result.succeeds().output()).contains("by uv, " + uv.resolve("bin/uv"));
        assertThat(project.file("sanca.lock")).hasContent(before);
    }

    @Test
    void pipReadsTheLockFile() throws Exception {
        Process pip = new ProcessBuilder(
                        project.file("target/python/bin/python3").toString(),
                        "-m",
                        "pip",
                        "install",
                        "--dry-run",
                        "--ignore-installed",
                        "--require-hashes",
                        "-r",
                        project.file("sanca.lock").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(TestProject.await(pip).succeeds().output())
                .contains("Would install", "six-1.17.0")
                .doesNotContain("colorama-");
    }

    @Test
    void installedEnvironmentRunsTheApplicationToo() throws Exception {
        Result result = project.runJar("-Dsanca.python=" + project.file("target/python"));
        assertThat(result.succeeds().output().strip()).isEqualTo("2026-04-05 &lt; 1.17.0 inside True site-packages");
    }

    @Test
    void jarFindsItsPackagesAndTwoProcessesUnpackAtOnce() throws Exception {
        deleteUnpacked();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(project.startJar(project.file("target/app.jar")));
        }
        for (Process process : processes) {
            assertThat(TestProject.await(process).succeeds().output()).startsWith(OUTPUT_START);
        }
        assertThat(unpacked()).singleElement().satisfies(folder -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(folder.resolve("colorama")).doesNotExist();
            assertThat(folder.resolve("click")).isDirectory();
        });
        Object before = Files.getAttribute(unpacked().getFirst().resolve("six.py"), "unix:ino");
        project.runJar().succeeds();
        assertThat(Files.getAttribute(unpacked().getFirst().resolve("six.py"), "unix:ino"))
                .isEqualTo(before);
    }

    /** A named module encapsulates its folder {@code python}, so that class loaders do not find it. */
    @Test
    void namedModuleFindsItsPackagesToo(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("app.jar");
        Files.copy(project.file("target/app.jar"), jar);
        String libraries;
        try (JarFile file = new JarFile(jar.toFile())) {
            libraries = Arrays.stream(file.getManifest()
                            .getMainAttributes()
                            .getValue("Class-Path")
                            .split(" ", -1))
                    .map(uri -> Path.of(URI.create(uri)).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        Path source = Files.writeString(folder.resolve("module-info.java"), "module app { requires dev.sanca; }");
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-p",
                        libraries + File.pathSeparator + System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        TestProject.await(javac).succeeds();
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.copy(folder.resolve("module-info.class"), files.getPath("module-info.class"));
            // Another content than that of the other tests, so that it is unpacked.
            Path index = files.getPath("META-INF/sanca/packages/index");
            Files.writeString(index, Files.readString(index).replace("platforms ", "platforms linux-arm64 "));
        }
        Result result = project.runModule(libraries + File.pathSeparator + jar, "app/app.Main");
        assertThat(result.succeeds().output()).startsWith(OUTPUT_START);
    }

    @Test
    void lostFileIsRepaired() throws Exception {
        project.runJar().succeeds();
        Path folder = unpacked().getFirst();
        Files.delete(folder.resolve("dateutil/easter.py"));
        Files.delete(folder.resolve("mymodule.py"));
        assertThat(project.runJar().succeeds().output()).startsWith(OUTPUT_START);
    }

    @Test
    void damagedWheelInTheJarIsRefused(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("damaged.jar");
        Files.copy(project.file("target/app.jar"), jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path wheel = files.getPath("META-INF/sanca/packages/six-1.17.0-py2.py3-none-any.whl");
            byte[] bytes = Files.readAllBytes(wheel);
            bytes[bytes.length / 2] ^= 1;
            Files.write(wheel, bytes);
        }
        deleteUnpacked();
        assertThat(TestProject.await(project.startJar(jar)).fails().output())
                .contains("six-1.17.0-py2.py3-none-any.whl in the application is damaged")
                .doesNotContain("-Dsanca.cache");
        assertThat(unpacked()).allSatisfy(left -> assertThat(left.toString()).endsWith(".tmp"));
    }

    @Test
    void lockFileForOtherPackagesIsRefused(@TempDir Path folder) throws Exception {
        TestProject other = new TestProject(folder.resolve("p"), "six==1.16.0");
        assertThat(other.maven("process-resources").fails().output())
                .contains("There is no lock file " + other.file("sanca.lock"), "mvn sanca:lock");
        Files.copy(project.file("sanca.lock"), other.file("sanca.lock"));
        assertThat(other.maven("process-resources").fails().output())
                .contains("does not fit what the build asks for")
                .contains("only in the build:     package six==1.16.0")
                .contains("only in the lock file: package six==1.17.0")
                .contains("Make it anew: mvn sanca:lock");
    }

    @Test
    void wheelWithAnotherHashIsRefused(@TempDir Path folder) throws Exception {
        TestProject other = new TestProject(folder.resolve("p"), PACKAGES);
        String text = Files.readString(project.file("sanca.lock"));
        Files.writeString(other.file("sanca.lock"), text.replace("sha256:4721f391", "sha256:00000000"));
        assertThat(other.maven("process-resources").fails().output())
                .contains("cannot download the wheels that " + other.file("sanca.lock") + " names")
                .contains("THESE PACKAGES DO NOT MATCH THE HASHES");
    }

    @Test
    void buildWithoutNetworkUsesWhatWasDownloadedAndSaysWhatIsMissing(@TempDir Path folder) throws Exception {
        TestProject other = new TestProject(folder.resolve("p"), PACKAGES);
        Files.copy(project.file("sanca.lock"), other.file("sanca.lock"));
        other.maven("-o", "process-resources").succeeds();
        Path wheels = TestProject.CACHE.resolve("wheels");
        Path aside = folder.resolve("wheels");
        Files.move(wheels, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            assertThat(other.maven("-o", "process-resources").fails().output())
                    .contains("The build is offline, and these wheels were not downloaded before: ")
                    .contains("six-1.17.0-py2.py3-none-any.whl");
        } finally {
            delete(wheels);
            Files.move(aside, wheels, StandardCopyOption.ATOMIC_MOVE);
        }
        assertThat(other.maven("-o", "sanca:lock").fails().output()).contains("The build is offline");
    }

    @Test
    void unreachableIndexIsNamed() throws Exception {
        Map<String, String> nowhere = Map.of(
                "PIP_INDEX_URL",
                "http://127.0.0.1:9/simple",
                "PIP_RETRIES",
                "0",
                "PATH",
                "/usr/bin:/bin",
                "PIP_FIND_LINKS",
                "");
        assertThat(project.maven(nowhere, "sanca:lock").fails().output())
                .contains("Sanca cannot choose the packages for linux-x86_64 and Python 3.14")
                .contains("check the network, or name another index by PIP_INDEX_URL");
    }

    @Test
    void packageThatIsNotWantedAnyMoreLeavesTheJar(@TempDir Path folder) throws Exception {
        TestProject other = new TestProject(folder.resolve("p"), PACKAGES);
        Files.copy(project.file("sanca.lock"), other.file("sanca.lock"));
        other.maven("process-resources").succeeds();
        Path written = other.file("target/classes/META-INF/sanca/packages/six-1.17.0-py2.py3-none-any.whl");
        assertThat(written).exists();
        assertThat(other.file("target/classes/python/mydata/inside.py")).exists();
        other.wants();
        Files.delete(other.file("src/main/python/mydata/inside.py"));
        other.maven("process-resources").succeeds();
        assertThat(written).doesNotExist();
        assertThat(other.file("target/classes/python/mydata/inside.py")).doesNotExist();
        assertThat(other.file("target/classes/python/mymodule.py")).exists();
    }
}
