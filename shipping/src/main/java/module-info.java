/** A program to pack. */
module dev.sanca.shipping {
    requires dev.sanca;
    requires static org.jspecify;
}
