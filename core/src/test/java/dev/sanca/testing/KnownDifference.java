package dev.sanca.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that must fail on some Pythons, in the way that is said here. It runs there too: where it passes, or fails in another
 * way, the difference is not what was known, and the test is reported as failed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(KnownDifferenceExtension.class)
@Repeatable(KnownDifference.Several.class)
public @interface KnownDifference {
    /** Where: names of a runtime ({@code graalpy}, {@code reflected}) or of a kind of build ({@code debug}, {@code free-threaded}). */
    String[] on();

    /** A part of the failure's text, its class or its message, that shows that it is this difference. */
    String failsWith();

    /** Why it is so, for the report. */
    String why();

    /** Differences of one test in different places. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @ExtendWith(KnownDifferenceExtension.class)
    @interface Several {
        KnownDifference[] value();
    }
}
