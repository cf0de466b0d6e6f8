package dev.sanca.internal.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A script that answers as an interpreter would, and an ELF header for a library. */
final class FakePython {
    private final Path prefix;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private int machine = System.getProperty("os.arch").equals("aarch64") ? 183 : 62;
    private boolean withLibrary = true;
    private String failure = "";

    FakePython(Path prefix) {
        this.prefix = prefix;
        answer("version", "3.12.7");
        answer("major", "3");
        answer("minor", "12");
        answer("implementation", "cpython");
        answer("executable", program().toString());
        answer("prefix", prefix.toString());
        answer("base_prefix", prefix.toString());
        answer("INSTSONAME", "libpython3.12.so.1.0");
        answer("LDLIBRARY", "libpython3.12.so");
        answer("LIBDIR", "/build/time/lib");
        answer("LDVERSION", "3.12");
        answer("Py_ENABLE_SHARED", "1");
        answer("Py_DEBUG", "0");
        answer("Py_GIL_DISABLED", "None");
    }

    private Path program() {
        return prefix.resolve("bin/python3");
    }

    FakePython answer(String name, String value) {
        answers.put(name, value);
        return this;
    }

    FakePython machine(int machine) {
        this.machine = machine;
        return this;
    }

    FakePython withoutLibrary() {
        withLibrary = false;
        return this;
    }

    FakePython failing(String message) {
        failure = message;
        return this;
    }

    /** Adds what a library's neighbours tell: the standard library and the headers. */
    FakePython asInstallation() throws IOException {
        create();
        write("lib/python3.12/os.py", "");
        write("include/python3.12/patchlevel.h", "#define PY_VERSION              \"3.12.7+\"\n");
        return this;
    }

    /** Writes the files; returns the program. */
    Path create() throws IOException {
        StringBuilder script = new StringBuilder("#!/bin/sh\necho a line from a start-up file\n");
        if (!failure.isEmpty()) {
            script.append("echo '").append(failure).append("'\nexit 2\n");
        }
        answers.forEach((name, value) -> script.append("echo 'sanca:" + name + "=" + value + "'\n"));
        write("bin/python3", script.toString());
        if (!program().toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program() + " executable");
        }
        if (withLibrary) {
            library();
        }
        return program();
    }

    Path library() throws IOException {
        byte[] header = new byte[64];
        byte[] magic = {0x7f, 'E', 'L', 'F', 2, 1, 1};
        System.arraycopy(magic, 0, header, 0, magic.length);
        header[18] = (byte) machine;
        Path library = prefix.resolve("lib/libpython3.12.so.1.0");
        Files.createDirectories(prefix.resolve("lib"));
        return Files.write(library, header);
    }

    private void write(String path, String text) throws IOException {
        Path file = prefix.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
