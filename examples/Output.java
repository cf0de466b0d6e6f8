import module dev.sanca;

void main() {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Python.initialize(PythonConfig.builder()
            .stdout(report) // or a Writer, or a System.Logger with a level
            .stderr(System.out)
            .argv("report.py", "--month", "2026-11")
            .warnings("ignore::DeprecationWarning")
            .build());
    try (Python py = Python.attach()) {
        py.run("import sys; print('grün:', sys.argv[1:])");
        py.run("print('no file', file=sys.stderr)");

        // A stream of Java is a file for Python.
        StringWriter text = new StringWriter();
        py.importModule("builtins").callMethod("print", "to a writer", Kwargs.of("file", text, "end", ""));
        IO.println(text);
    }
    IO.print(report.toString(StandardCharsets.UTF_8));
}
