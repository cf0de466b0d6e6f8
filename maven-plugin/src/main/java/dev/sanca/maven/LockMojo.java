package dev.sanca.maven;

import dev.sanca.packages.PackagesBuild;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Chooses the newest versions of the packages that fit together, by uv if it is on the {@code PATH}, else by pip, and writes
 * the lock file. It runs when it is called, as {@code mvn sanca:lock}, and in no phase of a build.
 */
@Mojo(name = "lock", threadSafe = true)
public final class LockMojo extends PackagesMojo {
    /** Creates the goal; Maven calls this. */
    public LockMojo() {}

    @Override
    void execute(PackagesBuild build) {
        build.lock();
    }
}
