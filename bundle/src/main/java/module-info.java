import dev.sanca.bundle.MavenCentralPython;
import dev.sanca.spi.BundledPython;

/** The CPython that Sanca uses if neither the program nor the environment names one. */
module dev.sanca.bundle {
    requires dev.sanca;
    requires static org.jspecify;
    requires jdk.zipfs; // whose file system shows the executables of a wheel

    provides BundledPython with
            MavenCentralPython;
}
