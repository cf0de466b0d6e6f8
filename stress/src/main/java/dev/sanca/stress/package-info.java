/**
 * Long runs against Sanca, by its public API alone: {@code ./sanca fuzz} and {@code ./sanca soak}. For authors of Sanca;
 * {@link dev.sanca.stress.Main} is where to start.
 */
@NullMarked
package dev.sanca.stress;

import org.jspecify.annotations.NullMarked;
