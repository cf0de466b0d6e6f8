/** Sanca's commands: {@code run}, {@code doctor}, {@code pip}, {@code python}, {@code packages}. */
@NullMarked
package dev.sanca.cli;

import org.jspecify.annotations.NullMarked;
