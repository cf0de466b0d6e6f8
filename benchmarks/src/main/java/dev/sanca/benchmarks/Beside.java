package dev.sanca.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A benchmark method and the one, of the same class, that does the same work by bare means. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Beside {
    /** The name of the other method. */
    String value();

    /** What it does, for the table. */
    String work();

    /** The ratio that must not be passed on an idle machine; 0 where nothing is promised. */
    double atMost() default 0;

    /**
     * The ratio beyond which {@code ./sanca bench --gate} names the workload. Without it that is a quarter more than what is
     * promised; where nothing is promised, it must be given.
     */
    double gate() default 0;

    /** The bytes of the heap that an operation may allocate, or a test fails. */
    long bytes() default 0;
}
