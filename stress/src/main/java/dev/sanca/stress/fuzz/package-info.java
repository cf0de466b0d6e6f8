/**
 * Random programs against a model. A {@link dev.sanca.stress.fuzz.Program} is a list of steps that is made from a seed; a {@link
 * dev.sanca.stress.fuzz.Run} does the steps, and knows which references are open and so how many counts each object must have.
 * A {@link dev.sanca.stress.fuzz.Fuzzer} runs one program after another, and looks for the smallest part of one that fails.
 */
@NullMarked
package dev.sanca.stress.fuzz;

import org.jspecify.annotations.NullMarked;
