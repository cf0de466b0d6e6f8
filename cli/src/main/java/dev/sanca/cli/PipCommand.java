package dev.sanca.cli;

import dev.sanca.PythonConfig;
import dev.sanca.internal.discovery.Discovery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs pip, so that programs with the same settings find what it installs. */
@Command(
        name = "pip",
        description = {
            "Run pip for the Python that SANCA_PYTHON, -Dsanca.python or VIRTUAL_ENV names, or else for the bundled Python.",
            "What it installs for the bundled Python, all programs of this user find that have no packages in their jars."
        })
final class PipCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENTS", description = "the arguments of pip, such as: install pandas")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(arguments);
    }

    static int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-m", "pip"));
        all.addAll(arguments);
        return ChildPython.run(Discovery.installer(PythonConfig.discover()), all);
    }
}
