package dev.sanca.cli;

import dev.sanca.PythonConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the Python that programs embed, in a process of its own. */
@Command(
        name = "python",
        description =
                "Run the Python that SANCA_PYTHON, -Dsanca.python or VIRTUAL_ENV names, or else the bundled Python.")
final class PythonCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ARGUMENTS",
            description = "the arguments of python: -m MODULE, -c CODE, a file; without one, Python's prompt")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (arguments.size() > 1 && arguments.subList(0, 2).equals(List.of("-m", "pip"))) {
            return PipCommand.run(arguments.subList(2, arguments.size()));
        }
        return ChildPython.run(PythonConfig.discover().locate().executable(), arguments);
    }
}
