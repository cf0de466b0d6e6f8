package dev.sanca.maven;

import dev.sanca.packages.PackagesBuild;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts the wheels of the lock file and the files of {@code src/main/python} into the application's jar, where {@code
 * sanca-cpython} finds them. It fails if the lock file is not there or does not fit the packages that the POM names.
 */
@Mojo(name = "process-resources", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ProcessResourcesMojo extends PackagesMojo {
    /** The directory that becomes the jar. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File outputDirectory;

    /** Creates the goal; Maven calls this. */
    public ProcessResourcesMojo() {}

    @Override
    void execute(PackagesBuild build) {
        build.writeResources(sources().toPath(), outputDirectory.toPath());
    }
}
