package dev.sanca.cli.launcher;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the script starts in a JVM: a module of the project with what it needs, on CPython or with GraalPy too.
 *
 * @param module the directory of the module: {@code cli}, {@code examples}, {@code benchmarks} or {@code stress}
 * @param graalpy whether GraalPy is there
 */
record Program(String module, boolean graalpy) {
    private static final String BENCHMARKS = "benchmarks";
    private static final String GRAALPY = "graalpy";
    private static final String STRESS = "stress";
    private static final String SUFFIX = "-" + GRAALPY;

    /** The program of this name: its module, followed by {@code -graalpy} if that is to be there. */
    static Program named(String name) {
        return name.endsWith(SUFFIX)
                ? new Program(name.substring(0, name.length() - SUFFIX.length()), true)
                : new Program(name, false);
    }

    String name() {
        return graalpy ? module + SUFFIX : module;
    }

    /** The modules that are built for it, in their order. */
    Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>(List.of("core", "bundle"));
        if (graalpy) {
            modules.add(GRAALPY);
        }
        if (module.equals("cli")) {
            modules.add("packages");
        } else if (module.equals("examples")) {
            modules.add("scripting"); // its tests need that, so Maven resolves it
        }
        modules.add(module);
        return modules;
    }

    /** The modules whose class paths it has. */
    List<String> roots() {
        return graalpy ? List.of(module, GRAALPY) : List.of(module);
    }

    /** Maven's profiles of those of its modules that are not built by default. */
    List<String> profiles() {
        List<String> profiles = new ArrayList<>(modules());
        profiles.retainAll(List.of(GRAALPY, BENCHMARKS, STRESS));
        return profiles;
    }

    /** Whether Sanca's modules are Java modules in it: JMH's generated code is on the class path, and so is all beside it. */
    boolean isModular() {
        return !module.equals(BENCHMARKS);
    }
}
