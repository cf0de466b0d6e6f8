package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that unpacks: started by {@link MavenCentralPythonTest}. */
final class Installer {
    private Installer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path program = new MavenCentralPython().install(Path.of(arguments[0])).executable();
        System.out.print(MavenCentralPythonTest.run(program, "-c", "import json, numpy; print('whole')"));
    }
}
