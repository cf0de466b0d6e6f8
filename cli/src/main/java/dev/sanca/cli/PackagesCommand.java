package dev.sanca.cli;

import dev.sanca.packages.PackagesBuild;
import dev.sanca.packages.PackagesRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The goals of {@code sanca-maven-plugin}, for other build tools. */
@Command(
        name = "packages",
        description =
                "Lock the Python packages of an application, and put them into its jar, as sanca-maven-plugin does.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(lock | resources | install)")
final class PackagesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What all three have. */
    static final class Options {
        @Option(
                names = "--package",
                paramLabel = "PACKAGE",
                description = "a package as for pip install; may be repeated")
        private List<String> packages = List.of();

        @Option(names = "--requirements", paramLabel = "FILE", description = "a file of requirements for pip")
        private @Nullable Path requirements;

        @Option(
                names = "--platform",
                paramLabel = "PLATFORM",
                description =
                        "linux-x86_64 (the default), linux-arm64, macosx-arm64, macosx-x86_64 or windows-x86_64; may be"
                                + " repeated")
        private List<String> platforms = PackagesRequest.DEFAULT_PLATFORMS;

        @Option(names = "--python-version", paramLabel = "X.Y", description = "default: ${DEFAULT-VALUE}")
        private String pythonVersion = PackagesRequest.BUNDLED_VERSION;

        @Option(names = "--lock-file", paramLabel = "FILE", description = "default: ${DEFAULT-VALUE}")
        private Path lockFile = Path.of("sanca.lock");

        @Option(
                names = "--python",
                paramLabel = "PATH",
                description = "the Python whose pip is used; default: the bundled one")
        private @Nullable Path python;

        @Option(names = "--offline", description = "do not use the network")
        private boolean offline;

        @Option(
                names = "--sources",
                paramLabel = "DIRECTORY",
                description = "the application's Python files; default: " + "${DEFAULT-VALUE}")
        private Path sources = Path.of("src", "main", "python");

        PackagesBuild build(CommandSpec spec) {
            PackagesRequest request = new PackagesRequest(
                    packages,
                    Optional.ofNullable(requirements),
                    platforms,
                    pythonVersion,
                    lockFile,
                    "sanca packages lock, with the same options");
            return new PackagesBuild(request, Optional.ofNullable(python), offline, line -> {
                spec.commandLine().getOut().println(line);
                spec.commandLine().getOut().flush();
            });
        }
    }

    @Command(name = "lock", description = "Choose the newest versions that fit, and write the lock file.")
    void lock(@Mixin Options options) {
        options.build(spec).lock();
    }

    @Command(
            name = "resources",
            description = "Write the locked packages and the Python files to a directory for the jar.")
    void resources(
            @Mixin Options options,
            @Option(names = "--output", required = true, paramLabel = "DIRECTORY", description = "the directory")
                    Path output) {
        options.build(spec).writeResources(options.sources, output);
    }

    @Command(name = "install", description = "Install the locked packages into a virtual environment.")
    void install(
            @Mixin Options options,
            @Option(names = "--environment", required = true, paramLabel = "DIRECTORY", description = "the environment")
                    Path environment) {
        options.build(spec).install(options.sources, environment);
    }
}
