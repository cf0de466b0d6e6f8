package dev.sanca.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void nothingBesideMeansEverything() {
        Options options = Options.parse(List.of("--peers"));
        assertThat(options.quick()).isFalse();
        assertThat(options.isAll()).isTrue();
        assertThat(options.chosenPeers()).isEqualTo(Peer.ALL);
        assertThat(options.chosenWorkloads()).isEqualTo(Workload.ALL);
    }

    @Test
    void systemsAreChosenByNameAndCIsAlwaysThere() {
        Options options = Options.parse(List.of("--peers", "--quick", "--system", "Sanca"));
        assertThat(options.quick()).isTrue();
        assertThat(options.isAll()).isFalse();
        assertThat(options.chosenPeers()).extracting(Peer::name).containsExactly("C", "Sanca");
    }

    @Test
    void workloadsAreChosenByPattern() {
        assertThat(Options.parse(List.of("--peers", "call-.", "^ladder$")).chosenWorkloads())
                .extracting(Workload::name)
                .contains("call-0", "call-2", "call-keywords", "ladder")
                .doesNotContain("attach");
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--peers", "--slow")))
                .withMessage("there is no option --slow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--peers", "--system")))
                .withMessageStartingWith("there is no system ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--peers", "nonsense")))
                .withMessage("no workload matches nonsense");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--peers", "(")));
    }

    @Test
    void namesOfWorkloadsAreUnique() {
        assertThat(Workload.ALL).extracting(Workload::name).doesNotHaveDuplicates();
        assertThat(Workload.ALL).extracting(Workload::title).doesNotHaveDuplicates();
    }
}
