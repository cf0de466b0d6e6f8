/** Sanca's commands: {@code run}, {@code doctor}. */
@NullMarked
package dev.sanca.cli;

import org.jspecify.annotations.NullMarked;
