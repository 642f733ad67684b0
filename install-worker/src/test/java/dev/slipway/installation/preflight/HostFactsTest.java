package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HostFactsTest {
    @Test
    void readsWhatTheScriptTold() {
        HostFacts facts = Facts.fit().with("tcp", "192B", "0016").parsed();

        assertThat(facts.complete()).isTrue();
        assertThat(facts.is("root")).isTrue();
        assertThat(facts.text("os-name")).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(facts.number("cpus")).isEqualTo(4);
        assertThat(facts.mebibytes("memory-kib")).isEqualTo(8192);
        assertThat(facts.ports("tcp")).containsExactlyInAnyOrder(6443, 22);
        assertThat(facts.knows("product-uuid")).isFalse();
    }

    @Test
    void namesArchitecturesAsPackagesDo() {
        assertThat(Facts.fit().parsed().architecture()).isEqualTo("amd64");
        assertThat(Facts.fit().with("architecture", "aarch64").parsed().architecture())
                .isEqualTo("arm64");
        assertThat(Facts.fit().with("architecture", "riscv64").parsed().architecture())
                .isEqualTo("riscv64");
    }

    @Test
    void comparesClocks() {
        assertThat(Facts.fit().parsed().skewSeconds()).isCloseTo(0.5, within(0.001));
        assertThat(Facts.fit().with("clock", "940").parsed().skewSeconds()).isCloseTo(-60, within(0.001));
        assertThat(Facts.fit().with("clock", "odd").parsed().skewSeconds()).isZero();
    }

    @Test
    void knowsWhenTheScriptBrokeOff() {
        assertThat(HostFacts.parse("clock=1\nhostname=a", 1).complete()).isFalse();
    }

    @RepeatedTest(50)
    void readsAnyOutputWithoutFailing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        String noise = random.ints(300, 0, 128).mapToObj(Character::toString).collect(Collectors.joining());

        HostFacts facts = HostFacts.parse(noise + "\ncpus=" + random.nextInt(64), 1000);

        assertThat(facts.number("memory-kib"))
                .as("seed %s", repetition.getCurrentRepetition())
                .isZero();
    }
}
