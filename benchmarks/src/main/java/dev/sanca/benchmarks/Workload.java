package dev.sanca.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A benchmark method and its bare half.
 *
 * @param type its class
 * @param subject what a group of rows of the table is called
 * @param name the method, as JMH names it
 * @param bare the bare half, likewise
 * @param beside what is said about the two
 */
public record Workload(Class<?> type, String subject, String name, String bare, Beside beside) {
    private static final List<Class<?>> CLASSES = List.of(
            CallBenchmark.class,
            AttributeBenchmark.class,
            ItemBenchmark.class,
            NumberBenchmark.class,
            ExtractBenchmark.class,
            MakeBenchmark.class,
            IterateBenchmark.class,
            MillionBenchmark.class,
            ErrorBenchmark.class,
            CallbackBenchmark.class,
            ReferenceBenchmark.class,
            AttachBenchmark.class,
            AttachBenchmark.Nested.class,
            WatchBenchmark.class);

    /** The workloads of which a half matches one of the expressions, as JMH's own arguments do; all, if there is none. */
    public static List<Workload> matching(List<String> expressions) {
        List<Pattern> patterns = expressions.stream().map(Pattern::compile).toList();
        return CLASSES.stream()
                .flatMap(Workload::of)
                .filter(w -> patterns.isEmpty()
                        || patterns.stream()
                                .anyMatch(p -> p.matcher(w.name).find()
                                        || p.matcher(w.bare).find()))
                .toList();
    }

    /** The name of the method in its class. */
    public String method() {
        return method(name);
    }

    /** The name in its class of a method that JMH names so. */
    public static String method(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Stream<Workload> of(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Beside.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> of(type, method));
    }

    private static Workload of(Class<?> type, Method method) {
        Beside beside = method.getAnnotation(Beside.class);
        String prefix = type.getCanonicalName() + ".";
        String subject = type.getName().replaceAll("^.*\\.|Benchmark.*$", "");
        return new Workload(type, subject, prefix + method.getName(), prefix + beside.value(), beside);
    }
}
