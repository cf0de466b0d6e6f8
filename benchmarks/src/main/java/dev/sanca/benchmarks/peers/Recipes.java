package dev.sanca.benchmarks.peers;

import dev.sanca.benchmarks.peers.Peer.Built;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How each system is built and started, as its own documentation has it. */
final class Recipes {
    private Recipes() {}

    static Built c(Workshop workshop) throws Unavailable {
        Path program = workshop.made("limit");
        Path libraries = workshop.python().libraries();
        workshop.run(
                "cc",
                Map.of(),
                "cc",
                "-O2",
                "-o",
                program.toString(),
                workshop.source("c/limit.c").toString(),
                "-I" + workshop.python().include(),
                "-L" + libraries,
                "-lpython3.11",
                "-Wl,-rpath," + libraries,
                "-lpthread");
        return new Built(workshop.command("c", program.toString()));
    }

    static Built sanca(Workshop workshop) throws Unavailable, IOException {
        Path core = workshop.jar("sanca", workshop.project("core/target/classes"));
        String jars =
                Files.readString(workshop.project("core/target/classpath")).strip();
        String path = core + File.pathSeparator + jars;
        String classes = workshop.compile("sanca", List.of(core), workshop.source("sanca/SancaPeer.java"))
                .split(File.pathSeparator)[0];
        Command program = workshop.withoutAvx512(workshop.command(
                "sanca",
                workshop.java(),
                "--enable-native-access=dev.sanca",
                "--module-path",
                path,
                "--add-modules=dev.sanca"));
        program.environment().put("SANCA_PYTHON", workshop.venv().toString());
        Command main = program.with("-cp", classes, "SancaPeer");
        Command objects = program.with("-Dsanca.tags=off", "-cp", classes, "SancaPeer");
        return new Built(main, objects, workshop.quickStart("sanca", main));
    }

    static Built cargo(Workshop workshop, String name) throws Unavailable {
        Path target = workshop.made("cargo/" + name);
        workshop.run(
                "cargo-" + name,
                Map.of(
                        "PYO3_PYTHON",
                        workshop.venv().resolve("bin/python").toString(),
                        "CARGO_TARGET_DIR",
                        target.toString(),
                        // Or else it may find another libpython than the one it was built for.
                        "RUSTFLAGS",
                        "-C link-arg=-Wl,-rpath," + workshop.python().libraries()),
                "cargo",
                "build",
                "--quiet",
                "--release",
                "--locked",
                "--manifest-path",
                workshop.source(name + "/Cargo.toml").toString());
        return new Built(workshop.command(
                name, target.resolve("release/peer-" + name.replace(".", "-")).toString()));
    }

    /** Python itself, as its own {@code timeit} measures it. */
    static Built python(Workshop workshop) {
        return new Built(workshop.command(
                "python",
                workshop.venv().resolve("bin/python").toString(),
                workshop.source("python-itself/peer.py").toString()));
    }
}
