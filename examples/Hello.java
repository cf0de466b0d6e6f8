import dev.sanca.*;

void main() {
    try (var py = Python.attach()) { // starts Python on first use
        var statistics = py.importModule("statistics");
        double mean = statistics.callMethod("mean", List.of(1, 2, 4)).asDouble();
        IO.println("the mean is " + mean);
    }
}
