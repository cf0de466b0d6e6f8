package dev.sanca.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method its {@link RandomGenerator} and prints the seed, with which {@code -Dsanca.test.seed} repeats the run.
 */
public final class SeededRandom implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RandomGenerator.class;
    }

    @Override
    public RandomGenerator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        long seed = Long.getLong("sanca.test.seed", System.nanoTime());
        System.out.println(context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName() + " seed " + seed);
        return new SplittableRandom(seed);
    }
}
