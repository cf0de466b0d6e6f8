/** What is the same for every runtime: which there are, source code, tracebacks. */
@NullMarked
package dev.sanca.internal.derived;

import org.jspecify.annotations.NullMarked;
