package dev.sanca.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: {@code java -jar sanca-spring-boot-example.jar}. */
@SpringBootApplication
public class Application {
    /** Creates the configuration; Spring calls this. */
    public Application() {}

    /** Starts the server. */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
