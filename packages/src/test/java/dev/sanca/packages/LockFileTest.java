package dev.sanca.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    private static final List<LockedWheel> WHEELS = List.of(
            new LockedWheel(
                    "b", "1.0+x", "b-1.0+x-cp314-cp314-win_amd64.whl", "b".repeat(64), Set.of("windows-x86_64")),
            new LockedWheel(
                    "b", "1.0+x", "b-1.0+x-cp314-cp314-linux_x86_64.whl", "c".repeat(64), Set.of("linux-x86_64")),
            new LockedWheel("a", "2", "a-2-py3-none-any.whl", "a".repeat(64), Set.of("linux-x86_64", "windows-x86_64")),
            new LockedWheel("w", "3", "w-3-py3-none-any.whl", "d".repeat(64), Set.of("windows-x86_64")));

    @TempDir
    Path folder;

    private PackagesRequest request(Optional<Path> requirements, String... packages) {
        return new PackagesRequest(
                List.of(packages),
                requirements,
                List.of("windows-x86_64", "linux-x86_64"),
                "3.14",
                folder.resolve("sanca.lock"),
                "mvn sanca:lock");
    }

    private LockFile lock(PackagesRequest request, List<LockedWheel> wheels) {
        return new LockFile(LockFile.inputs(request), request.platforms(), wheels);
    }

    @Test
    void whatIsWrittenIsReadAndItsTextDoesNotDependOnTheOrder() {
        PackagesRequest request = request(Optional.empty(), "b", "a>1");
        LockFile lock = lock(request, WHEELS);
        lock.write(request.lockFile());
        assertThat(LockFile.read(request).wheels()).containsExactlyInAnyOrderElementsOf(WHEELS);
        List<LockedWheel> others = new ArrayList<>(WHEELS);
        Collections.reverse(others);
        assertThat(lock(request(Optional.empty(), "a>1", "b"), others).text()).isEqualTo(lock.text());
        assertThat(lock.text()).endsWith("""
                #: sanca lock 1
                #: python 3.14
                #: platforms linux-x86_64 windows-x86_64
                #: package a>1
                #: package b
                a==2 \\
                    --hash=sha256:%s
                    #: linux-x86_64,windows-x86_64 a-2-py3-none-any.whl
                b==1.0+x \\
                    --hash=sha256:%s \\
                    --hash=sha256:%s
                    #: linux-x86_64 b-1.0+x-cp314-cp314-linux_x86_64.whl
                    #: windows-x86_64 b-1.0+x-cp314-cp314-win_amd64.whl
                w==3 ; sys_platform == 'win32' and platform_machine == 'AMD64' \\
                    --hash=sha256:%s
                    #: windows-x86_64 w-3-py3-none-any.whl
                """.formatted("a".repeat(64), "c".repeat(64), "b".repeat(64), "d".repeat(64)));
        assertThat(lock.wheels("linux-x86_64")).extracting(LockedWheel::name).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void commentsOfARequirementsFileDoNotMatterAndItsLinesDo() throws IOException {
        Path file = Files.writeString(folder.resolve("r.txt"), "a>1 # why\n-r more.txt\n");
        Path more = Files.writeString(folder.resolve("more.txt"), "b\n");
        PackagesRequest request = request(Optional.of(file));
        lock(request, WHEELS).write(request.lockFile());
        Files.writeString(file, "# a comment\n\na>1\n-r more.txt\n");
        assertThat(LockFile.read(request).wheels()).hasSameSizeAs(WHEELS);
        Files.writeString(more, "b>0\n");
        assertThatThrownBy(() -> LockFile.read(request))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("does not fit what the build asks for")
                .hasMessageContaining("other lines of the requirements file")
                .hasMessageContaining("mvn sanca:lock");
    }

    @Test
    void missingRequirementsFileIsNamed() {
        assertThatThrownBy(() -> LockFile.inputs(request(Optional.of(folder.resolve("none.txt")))))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("none.txt cannot be read");
    }

    @Test
    void missingLockFileIsNamedWithTheCommand() {
        assertThatThrownBy(() -> LockFile.read(request(Optional.empty(), "a")))
                .hasMessageContaining("There is no lock file " + folder.resolve("sanca.lock"))
                .hasMessageEndingWith("mvn sanca:lock");
    }

    @Test
    void editedAndMergedFilesAreRefused() throws IOException {
        PackagesRequest request = request(Optional.empty(), "b");
        String text = lock(request, WHEELS).text();
        for (String damaged : List.of(
                text.replace("--hash=sha256:aa", "--hash=sha256:"),
                text.replace("    --hash=sha256:" + "a".repeat(64) + "\n", ""),
                text.replace("    #: windows-x86_64 w-3-py3-none-any.whl\n", ""),
                text.replace("sanca lock 1", "sanca lock 2"),
                text + "<<<<<<< HEAD\n",
                "")) {
            Files.writeString(request.lockFile(), damaged);
            assertThatThrownBy(() -> LockFile.read(request))
                    .as(damaged)
                    .isInstanceOf(PackagesException.class)
                    .hasMessageContaining("mvn sanca:lock");
        }
    }

    @Test
    void optionsOfARequirementsFileAreFound() throws IOException {
        Files.createDirectories(folder.resolve("wheels"));
        Path file = Files.writeString(folder.resolve("r.txt"), """
                --index-url https://example.org/simple
                --find-links wheels
                a \\
                  >1
                """);
        Requirements requirements = Requirements.read(file);
        assertThat(requirements.options())
                .containsExactly("--index-url https://example.org/simple", "--find-links " + folder.resolve("wheels"));
        assertThat(requirements.lines()).contains("a >1");
    }

    @Test
    void requestsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> request(Optional.empty(), "--index-url=x")).hasMessageContaining("requirements file");
        assertThatThrownBy(() -> request(Optional.empty(), " ")).isInstanceOf(PackagesException.class);
        assertThatThrownBy(
                        () -> new PackagesRequest(List.of(), Optional.empty(), List.of("linux"), "3.14", folder, "x"))
                .hasMessageContaining("'linux' is not a platform")
                .hasMessageContaining("linux-x86_64");
        assertThatThrownBy(() ->
                        new PackagesRequest(List.of(), Optional.empty(), List.of("linux-arm64"), "3", folder, "x"))
                .hasMessageContaining("'3'");
    }
}
