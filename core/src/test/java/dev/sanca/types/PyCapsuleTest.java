package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.KnownDifference;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyCapsuleTest {
    @KnownDifference(
            on = "graalpy",
            failsWith = "no attribute 'datetime_CAPI'",
            why = "its datetime is Python code and needs no capsule")
    @Test
    void capsuleOfAnExtensionModuleIsOpaque() {
        try (Python py = Python.attach()) {
            PyCapsule capsule =
                    castTo(PyCapsule.class, py.importModule("datetime").getAttr("datetime_CAPI"));
            assertThat(capsule.repr()).contains("datetime.datetime_CAPI");
            assertThat(capsule.type().name()).isEqualTo("PyCapsule");
        }
    }

    @Test
    void intIsNoCapsule() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyCapsule.class, "PyCapsule");
        }
    }

    @KnownDifference(
            on = "graalpy",
            failsWith = "no attribute 'datetime_CAPI'",
            why = "its datetime is Python code and needs no capsule")
    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyCapsule capsule =
                    castTo(PyCapsule.class, py.importModule("datetime").getAttr("datetime_CAPI"));
            assertUnusableOnceClosed(capsule, capsule::repr);
        }
    }
}
