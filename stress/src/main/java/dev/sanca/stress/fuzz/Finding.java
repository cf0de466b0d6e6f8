package dev.sanca.stress.fuzz;

/**
 * A program that fails.
 *
 * @param seed what {@link Program#of} made the program from
 * @param program the smallest program that was found to fail
 * @param failure what the smallest one ends with
 * @param isAlone whether the program alone fails; else the programs before it have a part in it
 */
public record Finding(long seed, Program program, Throwable failure, boolean isAlone) {}
