package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.AuthoritiesProgram;
import dev.sanca.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom Python trusts whose OpenSSL finds nobody, as that of the bundled Python does. */
@Tag("cpython")
class AuthoritiesTest {
    @Test
    void machineIsTrustedElseJavasTrustStore() {
        assertThat(ChildJvm.of(AuthoritiesProgram.class)
                        .without("SSL_CERT_FILE", "SSL_CERT_DIR")
                        .run()
                        .orFail())
                .isEqualTo("default: True\nas Java: true\nas the user says: True\n");
    }
}
