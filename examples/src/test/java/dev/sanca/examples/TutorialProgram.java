package dev.sanca.examples;

import dev.sanca.Python;

/** The program of the last step of the {@link TutorialTest}: it uses Python and ends. */
public final class TutorialProgram {
    private TutorialProgram() {}

    /** Registers a function for the end of Python, and returns. */
    public static void main(String[] args) {
        try (Python py = Python.attach()) {
            py.run("""
                    import atexit
                    atexit.register(lambda: print('the zoo is closed'))
                    """);
        }
        System.out.println("Java is done");
    }
}
