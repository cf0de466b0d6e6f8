package dev.sanca.maven;

import dev.sanca.packages.PackagesBuild;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Installs the packages of the lock file into a virtual environment on this machine, and links {@code src/main/python}. An
 * IDE or {@code pytest} can use the environment, and {@code SANCA_PYTHON} can name it.
 */
@Mojo(name = "install", threadSafe = true)
public final class InstallMojo extends PackagesMojo {
    /** The virtual environment, which is made if it does not exist. */
    @Parameter(property = "sanca.environment", defaultValue = "${project.build.directory}/python", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File environment;

    /** Creates the goal; Maven calls this. */
    public InstallMojo() {}

    @Override
    void execute(PackagesBuild build) {
        build.install(sources().toPath(), environment.toPath());
    }
}
