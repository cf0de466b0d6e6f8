package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ModulesProgram;
import dev.sanca.testing.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python modules that come with the program, in directories and jars: a JVM for each. */
class ProgramModulesTest {
    private static final String USE = """
            import sys, importlib, importlib.resources, importlib.util, inspect, pkgutil, traceback
            import shop
            from shop import prices
            from shop.deep.inner import answer
            import loose
            import names.space
            print(shop.NAME, prices.of('tea'), answer(), loose.X, names.space.Y, __import__('struct').__name__)
            files = importlib.resources.files('shop')
            print(files.joinpath('data', 'prices.csv').read_text(encoding='utf-8').strip(),
                  (files / 'data/prices.csv').read_bytes().count(b'\\n'))
            print(sorted(f.name for f in files.iterdir() if f.name != '__pycache__'),
                  [f.name for f in (files / 'data').iterdir()], (files / 'nothing').is_file())
            with importlib.resources.as_file(files / 'data' / 'prices.csv') as path:
                print(open(path, encoding='utf-8').read().strip())
            print(sorted(m.name for m in pkgutil.walk_packages(shop.__path__, 'shop.')))
            print(importlib.util.find_spec('shop.missing'), inspect.getsource(prices.of).strip().replace('\\n', '/'))
            try:
                prices.of('gold')
            except KeyError:
                print(traceback.format_exc().strip().splitlines()[-2].strip())
            importlib.reload(prices)
            """;

    private static final String SAID = """
            shop 3 42 loose spaced struct
            tee,3 1
            ['__init__.py', 'data', 'deep', 'prices.py'] ['prices.csv'] False
            tee,3
            ['shop.deep', 'shop.deep.inner', 'shop.prices']
            None def of(name):/    return {'tea': 3}[name]
            """;

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("python/shop/__init__.py", "NAME = 'shop'\n");
        files.put("python/shop/prices.py", "def of(name):\n    return {'tea': 3}[name]\n");
        files.put("python/shop/data/prices.csv", "tee,3\n");
        files.put("python/shop/deep/__init__.py", "");
        files.put(
                "python/shop/deep/inner.py",
                "from .. import prices\n\ndef answer():\n    return 14 * prices.of('tea')\n");
        files.put("python/loose.py", "# -*- coding: utf-8 -*-\nX = 'loose'\n");
        files.put("python/names/space.py", "Y = 'spaced'\n");
        return files;
    }

    private static void write(Path root, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes a jar with entries for its directories, as build tools do. */
    private static Path jar(Path jar, Map<String, String> files) throws IOException {
        TreeSet<String> directories = new TreeSet<>();
        for (String name : files.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                directories.add(name.substring(0, slash + 1));
            }
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out)) {
            for (String directory : directories) {
                zip.putNextEntry(new JarEntry(directory));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new JarEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static ChildJvm program(String code) {
        return ChildJvm.of(ModulesProgram.class).arguments(code);
    }

    @Test
    void modulesOfADirectoryAreFiles(@TempDir Path root) throws IOException {
        write(root, files());
        String output =
                program(USE + "print(sys.path[0])").classPath(root).run().orFail();
        assertThat(output).startsWith(SAID).endsWith("\n" + root.resolve("python") + "\n");
    }

    @Test
    void modulesOfAJarAreReadThroughTheClassLoader(@TempDir Path root) throws IOException {
        Path jar = jar(root.resolve("app.jar"), files());
        String output = program(USE + "print(sys.path[0], shop.__file__, shop.__path__)")
                .classPath(jar)
                .run()
                .orFail();
        assertThat(output)
                .startsWith(SAID)
                .endsWith("\nclasspath:/python classpath:/python/shop/__init__.py ['classpath:/python/shop']\n");
    }

    @Test
    void severalJarsAreOneTree(@TempDir Path root) throws IOException {
        Path first = jar(root.resolve("first.jar"), Map.of("python/one.py", "X = 1\n", "python/both/a.py", "A = 2\n"));
        Path second =
                jar(root.resolve("second.jar"), Map.of("python/two.py", "X = 3\n", "python/both/b.py", "B = 4\n"));
        assertThat(program("import one, two, both.a, both.b; print(one.X, two.X, both.a.A, both.b.B)")
                        .classPath(first)
                        .classPath(second)
                        .run()
                        .orFail())
                .isEqualTo("1 3 2 4\n");
    }

    @Test
    void extensionModuleInAJarIsRefusedInWords(@TempDir Path root) throws IOException {
        Path jar = jar(
                root.resolve("app.jar"), Map.of("python/fast.abi3.so", "no library", "python/fast.so", "no library"));
        assertThat(program("""
                        try:
                            import fast
                        except ImportError as e:
                            print(e)
                        """).classPath(jar).run().orFail())
                .isEqualTo(
                        "fast is an extension module in a jar of the program, and the system loads only files: put it"
                                + " into a directory\n");
    }

    @Test
    void programWithoutModulesHasNoFurtherEntry() {
        assertThat(program("import sys; print([p for p in sys.path if 'classpath' in p])")
                        .run()
                        .orFail())
                .isEqualTo("[]\n");
    }
}
