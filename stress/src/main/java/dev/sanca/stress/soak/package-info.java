/** All kinds of work at once for a long time, while memory, references, threads and the wait for the GIL are measured. */
@NullMarked
package dev.sanca.stress.soak;

import org.jspecify.annotations.NullMarked;
