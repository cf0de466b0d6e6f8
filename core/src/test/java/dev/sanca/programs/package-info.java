/**
 * Programs that tests start in a JVM of their own, by {@link dev.sanca.testing.ChildJvm}: each has a {@code main}, and prints
 * what its test expects.
 *
 * <p>A program that needs package-private access stays in the package of what it looks at; its name ends in {@code Program}.
 */
@NullMarked
package dev.sanca.programs;

import org.jspecify.annotations.NullMarked;
