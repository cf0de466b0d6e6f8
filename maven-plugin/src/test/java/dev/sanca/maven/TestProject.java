package dev.sanca.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Maven project outside the tree, which uses the plugin as a user's project does: from a repository. That repository and
 * all caches are below {@code target}; nothing is written to the user's home.
 */
final class TestProject {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path CACHE = TARGET.resolve("cache");
    private static final Path REPOSITORY = TARGET.resolve("repository");
    private static final String VERSION = System.getProperty("sanca.test.version");

    private final Path folder;

    /** What a process left. */
    record Result(int exitCode, String output) {
        Result succeeds() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }

        Result fails() {
            assertThat(exitCode).as(output).isNotZero();
            return this;
        }
    }

    TestProject(Path folder, String... packages) throws IOException {
        this.folder = Files.createDirectories(folder);
        installReactor();
        wants(packages);
        write("src/main/java/app/Main.java", """
                package app;

                import dev.sanca.Python;

                public class Main {
                    public static void main(String[] arguments) {
                        Python.attach(py -> {
                            System.out.println(py.importModule("mymodule").callMethod("report").str());
                            return null;
                        });
                    }
                }
                """);
        write("src/main/python/mymodule.py", """
                import datetime, os, subprocess, sys
                import dateutil.easter, markupsafe, six
                from markupsafe import _speedups # C code
                import mydata.inside

                def report():
                    child = 'import mymodule, markupsafe; print(markupsafe.escape("<") == "&lt;")'
                    return ' '.join([
                        dateutil.easter.easter(2026).isoformat(),
                        str(markupsafe.escape('<')),
                        six.__version__,
                        mydata.inside.WHERE,
                        subprocess.check_output([sys.executable, '-c', child], text=True).strip(),
                        os.path.basename(os.path.dirname(os.path.abspath(six.__file__))),
                    ])
                """);
        write("src/main/python/mydata/inside.py", "WHERE = 'inside'\n");
    }

    /** Writes the POM with these packages. */
    void wants(String... packages) throws IOException {
        write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>app</groupId>
                  <artifactId>app</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>25</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.sanca</groupId>
                      <artifactId>sanca</artifactId>
                      <version>%1$s</version>
                    </dependency>
                    <dependency>
                      <groupId>dev.sanca</groupId>
                      <artifactId>sanca-cpython</artifactId>
                      <version>%1$s</version>
                      <scope>runtime</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <finalName>app</finalName>
                    <plugins>
                      <plugin>
                        <groupId>dev.sanca</groupId>
                        <artifactId>sanca-maven-plugin</artifactId>
                        <version>%1$s</version>
                        <configuration>
                          <packages>%2$s</packages>
                          <platforms>
                            <platform>linux-x86_64</platform>
                            <platform>macosx-arm64</platform>
                            <platform>windows-x86_64</platform>
                          </platforms>
                        </configuration>
                        <executions>
                          <execution>
                            <goals>
                              <goal>process-resources</goal>
                            </goals>
                          </execution>
                        </executions>
                      </plugin>
                      <plugin>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>3.3.1</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>3.16.0</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-jar-plugin</artifactId>
                        <version>3.4.2</version>
                        <configuration>
                          <archive>
                            <manifest>
                              <mainClass>app.Main</mainClass>
                              <addClasspath>true</addClasspath>
                              <classpathPrefix>%3$s</classpathPrefix>
                              <classpathLayoutType>repository</classpathLayoutType>
                            </manifest>
                            <manifestEntries>
                              <Enable-Native-Access>ALL-UNNAMED</Enable-Native-Access>
                            </manifestEntries>
                          </archive>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        VERSION,
                        Arrays.stream(packages)
                                .map(name -> "<package>" + name + "</package>")
                                .collect(Collectors.joining()),
                        REPOSITORY.toUri()));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Result maven(String... arguments) throws IOException, InterruptedException {
        return maven(Map.of(), arguments);
    }

    Result maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("sanca.test.maven"),
                "-B",
                "-gs",
                settings().toString(),
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dsanca.cache=" + CACHE));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return await(start(all, command));
    }

    /** Starts the application's jar. */
    Process startJar(Path jar, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + TARGET,
                "-Dsanca.cache=" + CACHE));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString()));
        return start(Map.of(), command);
    }

    Result runJar(String... options) throws IOException, InterruptedException {
        return await(startJar(file("target/app.jar"), options));
    }

    /** Runs a main class of a named module. */
    Result runModule(String modulePath, String main) throws IOException, InterruptedException {
        return await(start(
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsanca.cache=" + CACHE,
                        "--enable-native-access=dev.sanca",
                        "-p",
                        modulePath,
                        "-m",
                        main)));
    }

    private Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "VIRTUAL_ENV",
                        "SANCA_PYTHON",
                        "SANCA_RUNTIME",
                        "JAVA_TOOL_OPTIONS",
                        "PYTHONPATH",
                        "MAVEN_ARGS"));
        builder.environment().put("PIP_CACHE_DIR", TARGET.resolve("pip-cache").toString());
        builder.environment().put("UV_CACHE_DIR", TARGET.resolve("uv-cache").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    static Result await(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(output).isTrue();
        return new Result(process.exitValue(), output);
    }

    /** Settings that take what the outer build has downloaded from its repository, and the rest from the usual ones. */
    private static Path settings() throws IOException {
        String repository = "<id>outer</id><url>"
                + Path.of(System.getProperty("sanca.test.repository")).toUri()
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>";
        return Files.writeString(TARGET.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>outer</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>outer</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository));
    }

    /** Puts the artifacts of this build into the repository, as install would. */
    private static void installReactor() throws IOException {
        install("sanca-parent", Path.of("../pom.xml"));
        for (String[] module : new String[][] {
            {"core", "sanca"}, {"bundle", "sanca-cpython"}, {"packages", "sanca-packages"}, {".", "sanca-maven-plugin"}
        }) {
            Path root = module[0].equals(".") ? Path.of(".") : Path.of("..", module[0]);
            install(module[1], root.resolve("pom.xml"));
            install(module[1], root.resolve("target/" + module[1] + "-" + VERSION + ".jar"));
        }
    }

    private static void install(String artifact, Path file) throws IOException {
        Path folder = Files.createDirectories(
                REPOSITORY.resolve("dev/sanca").resolve(artifact).resolve(VERSION));
        String extension = file.toString().endsWith(".jar") ? ".jar" : ".pom";
        Files.copy(file, folder.resolve(artifact + "-" + VERSION + extension), StandardCopyOption.REPLACE_EXISTING);
    }
}
