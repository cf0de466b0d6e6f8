package dev.sanca.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.types.PyAny;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The beans, with and without what is optional. Python runs in this JVM, once for all tests. */
class SancaAutoConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SancaAutoConfiguration.class,
                    SancaHealthAutoConfiguration.class,
                    SancaMetricsAutoConfiguration.class))
            .withInitializer(
                    context -> new ExecutableProperty().postProcessEnvironment(context.getEnvironment(), null));

    @Test
    void templateRunsPython() {
        runner.run(context -> {
            PythonTemplate python = context.getBean(PythonTemplate.class);
            long answer = python.attach(py -> py.eval("6 * 7").asLong());
            assertThat(answer).isEqualTo(42);
        });
    }

    @Test
    void lazyPythonDoesNotMeetABadConfiguration() {
        runner.withPropertyValues("sanca.python.eager=false", "sanca.packages.imports=no_such_module")
                .run(context -> {
                    PythonTemplate python = context.getBean(PythonTemplate.class);
                    assertThatIllegalStateException()
                            .isThrownBy(() -> python.attach(py -> 1))
                            .withMessageContaining("'no_such_module', which sanca.packages.imports names")
                            .withMessageContaining("ModuleNotFoundError");
                });
    }

    @Test
    void missingModuleEndsTheStart() {
        runner.withPropertyValues("sanca.packages.imports=json,no_such_module")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("no_such_module"));
    }

    @Test
    void executableIsThatOfSancaPython() {
        runner.withPropertyValues("sanca.python.eager=false")
                .run(context -> assertThat(
                                context.getBean(PythonProperties.class).executable())
                        .isEqualTo(""));
        runner.withPropertyValues("sanca.python.eager=false", "sanca.python=/some/python3")
                .run(context -> assertThat(
                                context.getBean(PythonProperties.class).executable())
                        .isEqualTo("/some/python3"));
        runner.withPropertyValues(
                        "sanca.python.eager=false",
                        "sanca.python=/some/python3",
                        "sanca.python.executable=/other/python3",
                        "sanca.python.path=/a,/b",
                        "sanca.python.health-timeout=3s")
                .run(context -> {
                    PythonProperties properties = context.getBean(PythonProperties.class);
                    assertThat(properties.executable()).isEqualTo("/other/python3");
                    assertThat(properties.path()).containsExactly(Path.of("/a"), Path.of("/b"));
                    assertThat(properties.healthTimeout()).isEqualTo(Duration.ofSeconds(3));
                });
    }

    @Test
    void everyPropertyReachesTheConfiguration() {
        PythonProperties properties = new PythonProperties(
                "/the/python3",
                Path.of("/home"),
                "cpython",
                List.of(Path.of("/a")),
                null,
                false,
                Duration.ofSeconds(1));
        List<PythonConfig.Builder> seen = new ArrayList<>();
        PythonConfig config = new PythonStart(
                        properties,
                        new PackagesProperties(List.of()),
                        new GenericApplicationContext(),
                        List.of(builder -> {
                            seen.add(builder);
                            builder.addPath(Path.of("/b"));
                        }))
                .config();
        assertThat(config.python()).contains(Path.of("/the/python3"));
        assertThat(config.home()).contains(Path.of("/home"));
        assertThat(config.runtime()).contains("cpython");
        assertThat(config.path()).containsExactly(Path.of("/a"), Path.of("/b"));
        assertThat(seen).hasSize(1);
    }

    @Test
    void healthSaysWhichPythonRuns() {
        runner.run(context -> {
            Health health = context.getBean(HealthIndicator.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("version", Python.version());
        });
        runner.withPropertyValues("management.health.python.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void healthIsDownWhileAThreadKeepsTheGil() {
        runner.withPropertyValues("sanca.python.health-timeout=50ms").run(context -> {
            HealthIndicator indicator = context.getBean(HealthIndicator.class);
            CountDownLatch attached = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            Thread holder = Thread.ofPlatform().start(() -> {
                try (Python py = Python.attach()) {
                    attached.countDown();
                    asked.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            attached.await();
            Health health = indicator.health();
            assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN); // by the same waiting thread
            asked.countDown();
            holder.join();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(String.valueOf(health.getDetails().get("error"))).contains("50 ms", "py.detach");
        });
        runner.run(context -> assertThat(
                        context.getBean(HealthIndicator.class).health().getStatus())
                .isEqualTo(Status.UP));
    }

    @Test
    void metersCountCallsAndReferences() {
        runner.withBean(SimpleMeterRegistry.class).run(context -> {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            context.getBean(PythonMetrics.class).bindTo(meters);
            PythonTemplate python = context.getBean(PythonTemplate.class);
            python.attach(py -> py.eval("1").asLong());
            assertThatIllegalStateException()
                    .isThrownBy(() -> python.attach(py -> {
                        throw new IllegalStateException("failed");
                    }));
            assertThat(meters.get("sanca.attach").timer().count()).isEqualTo(2);
            assertThat(meters.get("sanca.call")
                            .tag("outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("sanca.call").tag("outcome", "error").timer().count())
                    .isEqualTo(1);
            assertThat(meters.get("sanca.attaches").functionCounter().count()).isPositive();
            assertThat(meters.get("sanca.references.made").functionCounter().count())
                    .isPositive();
            assertThat(meters.get("sanca.scopes").functionCounter().count()).isPositive();
            assertThat(meters.get("sanca.threads").gauge().value()).isPositive();
            assertThat(meters.get("sanca.pool.drained").functionCounter().count())
                    .isNotNegative();
            assertThat(meters.get("sanca.pool.pending").gauge().value()).isNotNegative();
            double before = live(meters);
            python.attach(py -> {
                PyAny kept = py.list(1);
                assertThat(live(meters)).isEqualTo(before + 1);
                kept.close();
                return null;
            });
            assertThat(live(meters)).isEqualTo(before);
        });
    }

    private static double live(MeterRegistry meters) {
        return meters.get("sanca.references.live").tag("kind", "bound").gauge().value();
    }

    @Test
    void callsBeforeTheRegistryIsThereAreNotCounted() {
        CallTimers timers = new CallTimers(() -> null);
        timers.called(1, 1, false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void programWithoutActuatorNeedsNothingOfIt() {
        runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class, HealthIndicator.class))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(PythonTemplate.class);
                    assertThat(context).doesNotHaveBean("pythonHealthIndicator").doesNotHaveBean("sancaPythonMetrics");
                });
    }

    @Test
    void programWithoutSancaHasNoBeanOfIt() {
        runner.withClassLoader(new FilteredClassLoader(Python.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PythonTemplate.class));
    }

    @Test
    void variableIsReadToo() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource("environment", Map.of("SANCA_PYTHON", "/of/the/variable")));
        new ExecutableProperty().postProcessEnvironment(environment, null);
        assertThat(environment.getProperty("sanca.python.executable")).isEqualTo("/of/the/variable");
    }
}
