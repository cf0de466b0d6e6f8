package dev.sanca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void linuxOnAmd64HasABundle() {
        assertThat(Platform.classifier("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Platform.classifier("Linux", "x86_64")).isEqualTo("linux-x86_64");
    }

    @Test
    void anotherPlatformIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> Platform.classifier("Mac OS X", "aarch64"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'Mac OS X'")
                .hasMessageContaining("'aarch64'")
                .hasMessageContaining("SANCA_PYTHON");
    }
}
