/** The goals of {@code sanca-maven-plugin}. */
@NullMarked
package dev.sanca.maven;

import org.jspecify.annotations.NullMarked;
