package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PythonConfigExceptionTest {
    @Test
    void messageAndCauseAreKept() {
        IOException cause = new IOException("unreadable");
        assertThat(new PythonConfigException("no Python"))
                .hasMessage("no Python")
                .hasNoCause();
        assertThat(new PythonConfigException("no Python", cause))
                .hasMessage("no Python")
                .hasCause(cause);
    }
}
