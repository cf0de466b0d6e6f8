/**
 * The regression gate: what each workload may cost beside its bare half and in bytes, measured so that other programs on the
 * machine cannot fail it. {@link dev.sanca.benchmarks.gate.Gate} is what runs it.
 */
@NullMarked
package dev.sanca.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
