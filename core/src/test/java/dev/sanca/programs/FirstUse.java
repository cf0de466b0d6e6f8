package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonConfig;

/** Prints whether Python runs before and after the call that starts it. */
public final class FirstUse {
    private FirstUse() {}

    public static void main(String[] args) {
        System.out.println("started " + Python.tryAttach().isPresent());
        System.out.println("ran " + Python.tryAttach(py -> true).isPresent());
        System.out.println("live " + Python.stats().liveBound());
        Python.initialize(PythonConfig.discover());
        try (Python py = Python.tryAttach().orElseThrow()) {
            System.out.println("then " + py.eval("True"));
        }
    }
}
