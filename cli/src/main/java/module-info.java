/** Sanca's commands. */
module dev.sanca.cli {
    requires dev.sanca;
    requires info.picocli;
    requires static org.jspecify;

    opens dev.sanca.cli to
            info.picocli;
}
