package dev.sanca.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void numberIsAValue() {
        assertThat(Answer.parse("call-0", "call-0 27.25")).isEqualTo(Answer.of(27.25));
        assertThat(Answer.parse("call-0", "call-0 1.5E7").value()).isEqualTo(15_000_000);
    }

    @Test
    void dashIsAReason() {
        Answer answer = Answer.parse("export", "export - not yet");
        assertThat(answer.isMeasured()).isFalse();
        assertThat(answer.reason()).isEqualTo("not yet");
    }

    @Test
    void anythingElseIsNamed() {
        assertThat(Answer.parse("call-0", "call-0 soon").reason()).isEqualTo("answered 'call-0 soon'");
        assertThat(Answer.parse("call-0", "call-0").isMeasured()).isFalse();
    }
}
