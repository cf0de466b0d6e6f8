package dev.sanca.benchmarks.peers;

import dev.sanca.benchmarks.peers.Peer.Built;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the systems are built and started that bring a JVM and Python together as Sanca does. */
final class JvmRecipes {
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private JvmRecipes() {}

    static Built jep(Workshop workshop) throws Unavailable, IOException {
        workshop.pip("jep", "--no-build-isolation", "-r", requirements(workshop, "jep"));
        Path jep = workshop.sitePackages().resolve("jep");
        List<Path> jars = Workshop.jarsIn(jep);
        String classpath = workshop.compile("jep", jars, workshop.source("jep/JepPeer.java"));
        return new Built(workshop.command(
                "jep", workshop.java(), NATIVE, "-Djava.library.path=" + jep, "-cp", classpath, "JepPeer"));
    }

    static Built jpype(Workshop workshop) throws Unavailable {
        workshop.pip("jpype", "-r", requirements(workshop, "jpype"));
        return python(workshop, "jpype", workshop.compile("jpype", List.of(), workshop.source("java/Loops.java")));
    }

    /** A program in Python, which is given the classes that it starts Java with. */
    private static Built python(Workshop workshop, String name, String classpath) {
        return new Built(workshop.command(
                name,
                workshop.venv().resolve("bin/python").toString(),
                workshop.source(name + "/peer.py").toString(),
                classpath));
    }

    private static String requirements(Workshop workshop, String name) {
        return workshop.source(name + "/requirements.txt").toString();
    }
}
