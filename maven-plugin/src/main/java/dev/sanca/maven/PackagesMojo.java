package dev.sanca.maven;

import dev.sanca.packages.PackagesBuild;
import dev.sanca.packages.PackagesException;
import dev.sanca.packages.PackagesRequest;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals have: the packages, the platforms and the lock file. */
abstract class PackagesMojo extends AbstractMojo {
    /** Packages as for {@code pip install}, such as {@code six} or {@code numpy==2.4.2}, each in a {@code <package>}. */
    @Parameter
    private @Nullable List<String> packages;

    /** A file of requirements for pip. It may name an index by {@code --index-url}. */
    @Parameter(property = "sanca.requirementsFile")
    private @Nullable File requirementsFile;

    /**
     * The platforms of the wheels, each in a {@code <platform>}: {@code linux-x86_64}, {@code linux-arm64}, {@code
     * macosx-arm64}, {@code macosx-x86_64}, {@code windows-x86_64}. Without it, {@code linux-x86_64}.
     */
    @Parameter
    private @Nullable List<String> platforms;

    /** The first two numbers of the version of the Python that the application runs; that of the bundled Python. */
    @Parameter(property = "sanca.pythonVersion", defaultValue = PackagesRequest.BUNDLED_VERSION)
    private String pythonVersion = PackagesRequest.BUNDLED_VERSION;

    /** The lock file, which belongs under version control. */
    @Parameter(property = "sanca.lockFile", defaultValue = "${project.basedir}/sanca.lock", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File lockFile;

    /** An executable or virtual environment whose pip is used; without it, the bundled Python. */
    @Parameter(property = "sanca.build.python")
    private @Nullable File python;

    /** The folder of the application's own Python files. */
    @Parameter(defaultValue = "${project.basedir}/src/main/python", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File pythonSources;

    /** Whether the goal does nothing. */
    @Parameter(property = "sanca.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${settings.offline}", readonly = true)
    private boolean offline;

    abstract void execute(PackagesBuild build);

    final File sources() {
        return pythonSources;
    }

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped, as sanca.skip says");
            return;
        }
        try {
            PackagesRequest request = new PackagesRequest(
                    packages == null ? List.of() : packages,
                    Optional.ofNullable(requirementsFile).map(File::toPath),
                    platforms == null || platforms.isEmpty() ? PackagesRequest.DEFAULT_PLATFORMS : platforms,
                    pythonVersion,
                    lockFile.toPath(),
                    "mvn sanca:lock");
            execute(new PackagesBuild(
                    request, Optional.ofNullable(python).map(File::toPath), offline, line -> getLog().info(line)));
        } catch (PackagesException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
