/** Locks the Python packages of an application and puts them into its jar; the build tools call this. */
module dev.sanca.packages {
    requires dev.sanca;
    requires static org.jspecify;

    exports dev.sanca.packages;

    uses dev.sanca.spi.BundledPython;
}
