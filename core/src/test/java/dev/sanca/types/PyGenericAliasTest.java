package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyGenericAliasTest {
    @Test
    void aliasKnowsItsOriginAndArguments() {
        try (Python py = Python.attach()) {
            PyGenericAlias alias = castTo(PyGenericAlias.class, py.eval("dict[str, int]"));
            assertThat(alias.getAttr("__origin__").is(py.eval("dict"))).isTrue();
            assertThat(alias.getAttr("__args__").len()).isEqualTo(2);
            assertThat(alias.repr()).isEqualTo("dict[str, int]");
        }
    }

    @Test
    void plainClassIsNoAlias() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.eval("list"), PyGenericAlias.class, "types.GenericAlias");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyGenericAlias alias = castTo(PyGenericAlias.class, py.eval("list[int]"));
            assertUnusableOnceClosed(alias, alias::repr);
        }
    }
}
