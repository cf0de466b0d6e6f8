/** Programs that show Sanca at work. */
@SuppressWarnings("requires-automatic") // the chart library has no module name of its own
module dev.sanca.examples {
    requires dev.sanca;
    requires java.scripting; // a test shows Python as a scripting language
    requires java.desktop;
    requires xchart;
}
