/** Sanca's commands. */
module dev.sanca.cli {
    requires dev.sanca;
    requires dev.sanca.packages;
    requires info.picocli;
    requires jdk.unsupported; // sun.misc.Signal
    requires static org.jspecify;

    opens dev.sanca.cli to
            info.picocli;
}
