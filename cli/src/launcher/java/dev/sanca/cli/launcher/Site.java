package dev.sanca.cli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the site, {@code target/site}: the Markdown of {@code docs/} by Sphinx, and the Javadoc of the modules that programs use.
 *
 * <p>Sphinx and what it needs, at the versions of {@code docs/site/requirements.txt}, are installed into a virtual environment of the
 * bundled Python, {@code target/site-python}; that is done again when this file has changed.
 *
 * @param root the project
 * @param maven builds the Javadoc
 */
record Site(Path root, Maven maven) {
    /** The modules whose packages a program imports. */
    private static final List<String> MODULES = List.of("core", "scripting", "packages", "spring-boot-starter");

    int run() throws IOException, InterruptedException {
        Path python = installTools();
        Path site = root.resolve("target/site");
        delete(site);
        // -W: a reference to a document or a heading that is not there is a warning, and a warning fails the build.
        start(
                python.toString(),
                "-m",
                "sphinx",
                "-q",
                "-W",
                "--keep-going",
                "-c",
                root.resolve("docs/site").toString(),
                "-d",
                root.resolve("target/site-doctrees").toString(),
                root.toString(),
                site.toString());
        javadoc(site.resolve("javadoc"));
        List<String> broken = SiteLinks.broken(site);
        if (!broken.isEmpty()) {
            throw new Failure("the site has broken links:\n  " + String.join("\n  ", broken));
        }
        System.out.println(site.resolve("index.html"));
        return 0;
    }

    /** Returns the Python that has Sphinx. */
    private Path installTools() throws IOException, InterruptedException {
        Path wanted = root.resolve("docs/site/requirements.txt");
        Path environment = root.resolve("target/site-python");
        Path installed = environment.resolve("requirements.txt");
        Path python = environment.resolve("bin/python");
        if (Files.exists(installed) && Files.mismatch(installed, wanted) == -1) {
            return python;
        }
        delete(environment);
        start(root.resolve("sanca").toString(), "python", "-m", "venv", environment.toString());
        start(python.toString(), "-m", "pip", "install", "-q", "--require-hashes", "-r", wanted.toString());
        Files.copy(wanted, installed);
        return python;
    }

    private void javadoc(Path target) throws IOException, InterruptedException {
        maven.build(List.of(
                "-Pshipping",
                "-pl",
                String.join(",", MODULES),
                "-am",
                "-DskipTests",
                "-Dmaven.javadoc.skip=false",
                "process-classes",
                "javadoc:javadoc-no-fork"));
        for (String module : MODULES) {
            copy(root.resolve(module).resolve("target/reports/apidocs"), target.resolve(module));
        }
    }

    /** The bundled Python is meant, whatever this user has chosen. */
    private void start(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().directory(root.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("SANCA_PYTHON", "VIRTUAL_ENV", "JAVA_OPTS", "PYTHONPATH", "PYTHONHOME"));
        if (Child.run(builder) != 0) {
            throw new Failure("the site was not built; see above. What failed was\n    " + String.join(" ", command));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.forEach(all::add);
        }
        for (Path file : all.reversed()) {
            Files.delete(file);
        }
    }
}
