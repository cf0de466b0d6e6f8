package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.internal.thread.PythonThread;
import dev.sanca.types.PyAny;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads which frames of Python each thread has. */
public final class PythonFrames {
    private PythonFrames() {}

    /** Returns the frames of all threads, by {@code threading.get_ident()}. */
    public static Map<Long, PythonThread> read(Python py) {
        String text;
        try (PyAny function = PythonSource.function(py, "stacks.py", "stacks");
                PyAny result = function.call()) {
            text = result.asString();
        }
        Map<Long, PythonThread> all = new HashMap<>();
        Iterator<String> fields = Arrays.asList(text.split("\0", -1)).iterator();
        for (String first = fields.next(); fields.hasNext(); first = fields.next()) {
            String name = fields.next();
            int count = Integer.parseInt(fields.next());
            List<StackTraceElement> frames = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                frames.add(PythonThread.frame(fields.next(), fields.next(), Integer.parseInt(fields.next())));
            }
            all.put(Long.parseUnsignedLong(first), new PythonThread(name, frames));
        }
        return all;
    }
}
