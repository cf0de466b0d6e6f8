package dev.sanca.examples.spring;

import dev.sanca.spring.PythonTemplate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that Python answers. */
@RestController
class PythonController {
    private final PythonTemplate python;

    PythonController(PythonTemplate python) {
        this.python = python;
    }

    @GetMapping("/mean")
    double mean(@RequestParam List<Double> of) {
        return python.attach(
                py -> py.importModule("statistics").callMethod("mean", of).asDouble());
    }

    /**
     * A system of linear equations.
     *
     * @param matrix the coefficients, one row for each equation
     * @param right the right sides
     */
    record Equations(List<List<Double>> matrix, List<Double> right) {}

    @PostMapping("/solve")
    double[] solve(@RequestBody Equations equations) {
        return python.attach(py -> py.importModule("numpy.linalg")
                .callMethod("solve", equations.matrix(), equations.right())
                .callMethod("tolist")
                .as(double[].class));
    }

    /** Waits in Python, which releases the GIL meanwhile, and says on which kind of thread. */
    @GetMapping("/wait")
    Map<String, Object> waitInPython(@RequestParam double seconds) {
        python.attach(py -> {
            py.importModule("time").callMethod("sleep", seconds).close();
            return null;
        });
        return Map.of("waited", seconds, "virtual", Thread.currentThread().isVirtual());
    }
}
