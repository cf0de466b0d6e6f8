package dev.sanca.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A CPython 3.11 of this machine that can be embedded and compiled against.
 *
 * @param executable what starts it
 * @param include where {@code Python.h} is
 * @param libraries where its shared library is
 */
record PeerPython(Path executable, Path include, Path libraries) {
    private static final String QUESTION = """
            import os, sys, sysconfig
            get = sysconfig.get_config_var
            include = sysconfig.get_path("include")
            libraries = get("LIBDIR") or ""
            fits = (sys.version_info[:2] == (3, 11) and sys.prefix == sys.base_prefix
                    and os.path.exists(os.path.join(libraries, "libpython3.11.so"))
                    and os.path.exists(os.path.join(include, "Python.h")))
            if fits:
                print(sys.executable, include, libraries, sep="\\n")
            """;

    /** The first that fits: the given one, or of those on the path. */
    static PeerPython find(String given) throws Unavailable {
        for (String candidate : List.of(given, "python3.11", "python3", "/usr/bin/python3.11", "/usr/bin/python3")) {
            List<String> answer = candidate.isEmpty() ? List.of() : ask(candidate);
            if (answer.size() == 3) {
                return new PeerPython(Path.of(answer.get(0)), Path.of(answer.get(1)), Path.of(answer.get(2)));
            }
        }
        throw new Unavailable("there is no CPython 3.11 with its shared library and its headers (libpython3.11-dev)");
    }

    private static List<String> ask(String candidate) {
        try {
            Process process = new ProcessBuilder(candidate, "-I", "-c", QUESTION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().toList();
        } catch (IOException e) {
            return List.of(); // there is none of this name
        }
    }
}
