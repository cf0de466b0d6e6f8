package dev.sanca.benchmarks.peers;

import dev.sanca.benchmarks.peers.Peer.Built;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How the systems are built and started that bring a JVM and Python together as Sanca does. */
final class JvmRecipes {
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private static final Set<String> COMPILER =
            Set.of("compiler", "truffle-compiler", "collections", "word", "nativeimage", "jniutils");

    private JvmRecipes() {}

    static Built jep(Workshop workshop) throws Unavailable, IOException {
        workshop.pip("install", "jep", "--no-build-isolation", "-r", requirements(workshop, "jep"));
        Path jep = workshop.sitePackages().resolve("jep");
        List<Path> jars = Workshop.filesIn(jep, ".jar");
        String classpath = workshop.compile("jep", jars, workshop.source("jep/JepPeer.java"));
        return java(
                workshop,
                "jep",
                workshop.command(
                        "jep", workshop.java(), NATIVE, "-Djava.library.path=" + jep, "-cp", classpath, "JepPeer"));
    }

    static Built jpype(Workshop workshop) throws Unavailable {
        workshop.pip("install", "jpype", "-r", requirements(workshop, "jpype"));
        return python(workshop, "jpype", workshop.compile("jpype", List.of(), workshop.source("java/Loops.java")));
    }

    static Built jpy(Workshop workshop) throws Unavailable, IOException {
        workshop.pip("install", "jpy", "-r", requirements(workshop, "jpy"));
        Path packages = workshop.sitePackages();
        String classpath = workshop.compile("jpy", List.of(jpyClasses(workshop)), workshop.source("jpy/JpyPeer.java"));
        String suffix = ".cpython-311-x86_64-linux-gnu.so";
        return java(
                workshop,
                "jpy",
                workshop.command(
                        "jpy",
                        workshop.java(),
                        NATIVE,
                        "-Djpy.jpyLib=" + packages.resolve("jpy" + suffix),
                        "-Djpy.jdlLib=" + packages.resolve("jdl" + suffix),
                        "-Djpy.pythonLib=" + workshop.python().libraries().resolve("libpython3.11.so"),
                        "-cp",
                        classpath,
                        "JpyPeer"));
    }

    /** Its wheel has no Java classes, and Maven Central's newest are older: they are made from its source distribution. */
    private static Path jpyClasses(Workshop workshop) throws Unavailable, IOException {
        Path sources = workshop.made("jpy");
        Path classes = workshop.made("classes/jpy-library");
        if (Files.exists(classes.resolve("org/jpy/PyLib.class"))) {
            return classes;
        }
        Files.createDirectories(sources);
        workshop.pip(
                "download",
                "jpy",
                "--no-deps",
                "--no-binary",
                "jpy",
                "--no-build-isolation",
                "-d",
                sources.toString(),
                "-r",
                requirements(workshop, "jpy"));
        for (Path archive : Workshop.filesIn(sources, ".tar.gz")) {
            workshop.run("jpy-unpack", Map.of(), "tar", "xzf", archive.toString(), "-C", sources.toString());
        }
        try (Stream<Path> files = Files.walk(sources)) {
            workshop.compileTo(
                    classes,
                    "jpy-library",
                    "",
                    files.filter(file -> file.toString().contains("/main/java/")
                                    && file.toString().endsWith(".java"))
                            .toList());
        }
        return classes;
    }

    static Built py4j(Workshop workshop) throws Unavailable {
        workshop.pip("install", "py4j", "-r", requirements(workshop, "py4j"));
        return python(workshop, "py4j", workshop.compile("py4j", List.of(), workshop.source("java/Loops.java")));
    }

    /** With the Graal compiler, which takes the place of the one that some JDKs bring. */
    static Built graalpy(Workshop workshop) throws Unavailable, IOException {
        List<Path> jars = workshop.jars("graalpy");
        List<Path> compiler = jars.stream()
                .filter(jar -> COMPILER.contains(jar.getFileName().toString().replaceAll("-[\\d.]+jar$", "")))
                .toList();
        String classpath = workshop.compile("graalpy", jars, workshop.source("graalpy/GraalPyPeer.java"));
        return new Built(workshop.command(
                "graalpy",
                workshop.java(),
                NATIVE,
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "--upgrade-module-path=" + Workshop.path(compiler),
                "-cp",
                classpath,
                "GraalPyPeer"));
    }

    /** On the CPython 3.11 of its own jar, with the modules of the virtual environment. */
    static Built javacpp(Workshop workshop) throws Unavailable, IOException {
        String classpath =
                workshop.compile("javacpp", workshop.jars("javacpp"), workshop.source("javacpp/JavaCppPeer.java"));
        Command command = workshop.command("javacpp", workshop.java(), NATIVE, "-cp", classpath, "JavaCppPeer");
        // Its own library, and not the one of the others.
        command.environment().remove("LD_LIBRARY_PATH");
        command.environment()
                .merge("PYTHONPATH", workshop.sitePackages().toString(), (a, b) -> a + File.pathSeparator + b);
        return java(workshop, "javacpp", command);
    }

    /** A program in Java. */
    private static Built java(Workshop workshop, String name, Command command) throws IOException {
        Command program = workshop.withoutAvx512(command);
        return new Built(program, program, workshop.quickStart(name, program));
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
