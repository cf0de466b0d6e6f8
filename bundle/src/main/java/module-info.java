import dev.sanca.bundle.MavenCentralPython;
import dev.sanca.spi.BundledPython;

/** The CPython that Sanca uses when the program and the environment name none. */
module dev.sanca.bundle {
    requires dev.sanca;
    requires static org.jspecify;

    provides BundledPython with
            MavenCentralPython;
}
