package dev.sanca.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A benchmark method and the one, of the same class, that does the same work by bare means. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Beside {
    /** The name of the other method. */
    String value();

    /** What it does, for the table. */
    String work();

    /** The ratio that must not be passed; 0 where nothing is promised. */
    double atMost() default 0;
}
