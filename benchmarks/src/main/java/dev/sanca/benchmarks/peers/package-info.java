/**
 * Sanca beside what its users would pick instead, and beside C, the limit: {@code ./sanca bench --peers}.
 *
 * <p>Each system is a program of its own below {@code benchmarks/peers}, which answers for workloads by name over its
 * standard input and output and stays alive, so that compilers stay warm. The driver asks them in rounds, one after the
 * other for each workload, and relates each answer to that of C in the same round.
 */
@NullMarked
package dev.sanca.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
