/**
 * The regression gate: what each workload may cost beside its bare half and in bytes. {@link dev.sanca.benchmarks.gate.Gate}
 * measures both, for a person who judges the ratios; {@link dev.sanca.benchmarks.gate.Allocations} only counts bytes, for a
 * test.
 */
@NullMarked
package dev.sanca.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
