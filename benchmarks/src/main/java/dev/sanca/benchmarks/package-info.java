/**
 * What Sanca costs beside bare calls of the C API: each workload is run both ways in the same run, and the ratio counts.
 *
 * <p>The workloads are those of PyO3's {@code pyo3-benches}, as far as Sanca has their subject, and some that are about
 * ownership. {@code ./sanca bench --quick} runs them all.
 */
@NullMarked
package dev.sanca.benchmarks;

import org.jspecify.annotations.NullMarked;
