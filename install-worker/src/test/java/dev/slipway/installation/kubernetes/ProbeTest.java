package dev.slipway.installation.kubernetes;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.NodeTarget;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void asksTheOnlyWorkerFromTheControlPlane() {
        assertThat(Probe.plan(List.of(controlPlane("cp-1"), worker("w-1"))))
                .containsExactly(new Probe("cp-1", List.of("w-1")));
    }

    @Test
    void letsWorkersAskEachOther() {
        assertThat(Probe.plan(List.of(controlPlane("cp-1"), worker("w-1"), worker("w-2"))))
                .containsExactly(
                        new Probe("cp-1", List.of("w-1", "w-2")),
                        new Probe("w-1", List.of("w-2")),
                        new Probe("w-2", List.of("w-1")));
    }

    @RepeatedTest(30)
    void alwaysCrossesNodesAndReachesEveryWorker(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<String> workers = IntStream.range(0, 1 + random.nextInt(50))
                .mapToObj(i -> "w-" + i)
                .toList();
        var nodes = new ArrayList<NodeTarget>(List.of(controlPlane("cp-1"), controlPlane("cp-2")));
        workers.forEach(name -> nodes.add(worker(name)));

        List<Probe> probes = Probe.plan(nodes);

        assertThat(probes).allSatisfy(probe -> assertThat(probe.targets()).doesNotContain(probe.node()));
        assertThat(probes.stream().flatMap(probe -> probe.targets().stream()).distinct())
                .as("seed %s", repetition.getCurrentRepetition())
                .containsExactlyInAnyOrderElementsOf(workers);
    }

    @Test
    void makesPodsThatRunAnywhereWithoutAnyRight() {
        Pod pod = new ProbeObjects("namespace", "image").client(new Probe("cp-1", List.of("w-1")), 60);

        assertThat(pod.getMetadata().getName()).isEqualTo("client-cp-1");
        assertThat(pod.getSpec().getNodeName()).isEqualTo("cp-1");
        assertThat(pod.getSpec().getTolerations()).extracting("operator").containsExactly("Exists");
        assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSpec().getContainers().getFirst().getCommand().getLast())
                .contains("server-w-1", "nslookup kubernetes.default");
    }

    @Test
    void namesServicesOfNodesWithLongNames() {
        String name = new ProbeObjects("namespace", "image")
                .service("node.with.a.domain.and-a-very-long-name.example.org")
                .getMetadata()
                .getName();

        assertThat(name).matches("server-[a-z0-9]{1,40}");
    }
}
