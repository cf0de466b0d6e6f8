package dev.sanca.examples.spring;

import dev.sanca.spring.PythonTemplate;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

/** Uses Python at the start and at the end, and lets Python say when it ends. */
@Component
class Farewell {
    private final PythonTemplate python;

    Farewell(PythonTemplate python) {
        this.python = python;
    }

    @PostConstruct
    void register() {
        python.attach(py -> {
            py.run("""
                    import atexit
                    atexit.register(lambda: print('Python ends', flush=True))
                    """);
            return null;
        });
    }

    @PreDestroy
    void sayFarewell() {
        long answer = python.attach(py -> py.eval("6 * 7").asLong());
        System.out.println("the bean ends, and Python answers " + answer);
    }
}
