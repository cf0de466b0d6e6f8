/**
 * Finds the CPython to load, and asks it what it is, before anything native happens.
 *
 * <p>{@link dev.sanca.internal.discovery.Discovery} chooses; {@link dev.sanca.internal.discovery.DiscoveredPython} is the answer.
 */
@NullMarked
package dev.sanca.internal.discovery;

import org.jspecify.annotations.NullMarked;
