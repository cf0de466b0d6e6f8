/** The runtime {@code graalpy}: one GraalPy context for the process, reached through a little Python. */
@NullMarked
package dev.sanca.graalpy;

import org.jspecify.annotations.NullMarked;
