package dev.sanca.benchmarks.peers;

import java.io.IOException;
import java.util.List;

/**
 * A system that is measured.
 *
 * @param name the head of its column
 * @param recipe how it comes onto this machine
 */
record Peer(String name, Recipe recipe) {
    static final String LIMIT = "C";
    static final String SANCA = "Sanca";

    /** All of them, the limit first. */
    static final List<Peer> ALL = List.of(
            new Peer(LIMIT, Recipes::c),
            new Peer(SANCA, Recipes::sanca),
            new Peer("PyO3", workshop -> Recipes.cargo(workshop, "pyo3")),
            new Peer("PyO3 0.20", workshop -> Recipes.cargo(workshop, "pyo3-0.20")),
            new Peer("Jep", JvmRecipes::jep),
            new Peer("JPype", JvmRecipes::jpype),
            new Peer("jpy", JvmRecipes::jpy),
            new Peer("GraalPy", JvmRecipes::graalpy),
            new Peer("Py4J", JvmRecipes::py4j),
            new Peer("JavaCPP", JvmRecipes::javacpp),
            new Peer("Python", Recipes::python));

    /** Fetches and builds; quick if that was done before. */
    interface Recipe {
        Built build(Workshop workshop) throws Unavailable, IOException;
    }

    /**
     * How it is started.
     *
     * @param program for all workloads
     * @param objects for those that ask for objects where the program might do without; may be the same
     * @param start for the measurement of the start; may be the same
     */
    record Built(Command program, Command objects, Command start) {
        Built(Command program) {
            this(program, program, program);
        }

        boolean hasVariant() {
            return program != objects;
        }
    }

    boolean isLimit() {
        return name.equals(LIMIT);
    }

    /** What the program is asked for a workload: where C has two ways, or Sanca, others have one. */
    String request(Workload workload) {
        String request = workload.name().replace("-object", "");
        return isLimit() ? request : request.replace("-ucs2", "-make");
    }
}
