package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.node;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.Installations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {
    static final PreflightProperties LIMITS = new PreflightProperties(
            Map.of(), 2, 1, 1700, 700, 4096, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(60));
    private static final NodeTarget CONTROL_PLANE =
            node("control-plane-1", NodeRole.CONTROL_PLANE, HostProfile.STANDARD);
    private static final NodeTarget WORKER = node("worker-1", NodeRole.WORKER, HostProfile.STANDARD);

    @Test
    void findsNothingOnFitHosts() {
        assertThat(review(
                        Facts.fit().named("a").of(CONTROL_PLANE),
                        Facts.fit().named("b").of(WORKER)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "root, no, sudo",
        "python, '', Python",
        "python, 3.7, Python",
        "os-version, 11, system",
        "os, fedora, system",
        "architecture, aarch64, architecture",
        "systemd, no, systemd",
        "cpus, 1, CPUs",
        "memory-kib, 1048576, memory",
        "disk-kib, 1048576, disk",
        "swap, /swapfile, swap",
        "control-groups, 1, cgroups",
        "tcp, 192B, port",
        "tcp, 094B, port",
        "udp, 2118, port",
        "remains, /var/lib/etcd, remains",
        "package, no, package",
        "clock, 1100, clock",
        "container, docker, profile",
        "nameserver, '', DNS",
        "address, eth0 10.0.0.5/24, address"
    })
    void findsWhatIsWrong(String fact, String value, String check) {
        List<Finding> findings = review(Facts.fit().with(fact, value).of(CONTROL_PLANE));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.host()).isEqualTo("control-plane-1");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.advice()).isNotBlank();
        });
    }

    @Test
    void asksLessOfAWorker() {
        assertThat(review(Facts.fit()
                        .with("cpus", "1")
                        .with("memory-kib", "1048576")
                        .with("tcp", "192B")
                        .of(WORKER)))
                .isEmpty();
    }

    @Test
    void wantsThePortOfTheLoadBalancerOnEveryNodeOfSeveralControlPlaneNodes() {
        Inspection busy = Facts.fit().with("tcp", "20FB").of(WORKER);
        var several = Installations.of(CONTROL_PLANE, controlPlane("b"), controlPlane("c"), WORKER);

        assertThat(new Review(new Requirements(several, "amd64", LIMITS)).of(List.of(busy)))
                .singleElement()
                .extracting(Finding::host, Finding::message)
                .containsExactly("worker-1", "TCP port 8443 is in use");
        assertThat(review(busy)).isEmpty();
    }

    @Test
    void onlyWarnsWhenTheWayToThePackageCouldNotBeTried() {
        assertThat(review(Facts.fit().with("package").of(WORKER)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Finding.Severity.WARNING);
    }

    @Test
    void takesRemainsOfThisClusterAsItsOwn() {
        Facts interrupted =
                Facts.fit().with("remains", "/etc/kubernetes/manifests").with("tcp", "192B");

        assertThat(review(interrupted.with("mark", Installations.CLUSTER).of(CONTROL_PLANE)))
                .isEmpty();
        assertThat(review(interrupted.with("mark", "cluster-2").of(CONTROL_PLANE)))
                .hasSize(2);
    }

    @Test
    void comparesIdentities() {
        Facts one = Facts.fit().with("product-uuid", "UUID");
        Facts two = Facts.fit().with("product-uuid", "uuid");

        assertThat(review(one.of(CONTROL_PLANE), two.of(WORKER)))
                .extracting(Finding::host, Finding::check)
                .containsExactly(
                        tuple("control-plane-1", "host name"),
                        tuple("control-plane-1", "machine id"),
                        tuple("control-plane-1", "product UUID"),
                        tuple("worker-1", "host name"),
                        tuple("worker-1", "machine id"),
                        tuple("worker-1", "product UUID"));
    }

    @Test
    void takesContainerHostsAsTheyAre() {
        Facts shared = Facts.fit()
                .with("product-uuid", "UUID")
                .with("swap", "/dev/sda2")
                .with("control-groups", "1");

        assertThat(review(
                        shared.named("a").of(controlPlane("a")),
                        shared.named("b").of(worker("b"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/sda2, mask its unit if it has one (systemctl mask NAME.swap)",
        "/dev/zram0, zram-tools or systemd-zram-generator"
    })
    void saysHowSwapIsKeptOff(String area, String advice) {
        assertThat(review(Facts.fit().with("swap", area).of(WORKER)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("swap is on: " + area))
                .extracting(Finding::advice)
                .asString()
                .endsWith(advice);
    }

    @Test
    void takesNoMachineForAContainer() {
        assertThat(review(Facts.fit().with("container", "").of(controlPlane("a"))))
                .singleElement()
                .extracting(Finding::isError, Finding::message, Finding::advice)
                .containsExactly(
                        true,
                        "the host is a machine and registered as a container",
                        "register it again with the profile STANDARD");
    }

    @Test
    void findsClocksThatAreOnlyTogetherTooFarApart() {
        assertThat(review(
                        Facts.fit().named("a").with("clock", "980").of(CONTROL_PLANE),
                        Facts.fit().named("b").with("clock", "1020").of(WORKER)))
                .extracting(Finding::message)
                .containsOnly("the hosts' clocks are 40 s apart");
    }

    @ParameterizedTest
    @CsvSource({"HOST_GW, 16, 0", "HOST_GW, 31, 2", "VXLAN, 31, 0"})
    void wantsHostsOfOneSubnetWherePacketsOfPodsAreNotEncapsulated(FlannelBackend backend, int prefix, int findings) {
        InstallationRequest installation = Installations.with(backend, CONTROL_PLANE, WORKER);
        List<Inspection> hosts = Stream.of(CONTROL_PLANE, WORKER)
                .map(node -> Facts.fit()
                        .named(node.name())
                        .with("address", "eth0 %s/%d".formatted(node.address(), prefix))
                        .of(node))
                .toList();

        assertThat(new Review(new Requirements(installation, "amd64", LIMITS)).of(hosts))
                .hasSize(findings)
                .allMatch(finding -> finding.isError() && finding.check().equals("subnet"));
    }

    @Test
    void tellsOfHostsThatCouldNotBeLookedAt() {
        Finding lost = Finding.error("worker-1", "SSH", "does not answer", "start it");

        assertThat(review(Facts.fit().of(CONTROL_PLANE), Inspection.blocked(WORKER, lost)))
                .containsExactly(lost);
    }

    @RepeatedTest(30)
    void findsAsManyProblemsAsHostsHaveInAnyFleet(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(20);
        boolean[] broken = new boolean[size];
        List<Inspection> hosts = IntStream.range(0, size)
                .mapToObj(i -> {
                    broken[i] = random.nextBoolean();
                    Facts facts = Facts.fit().named("n" + i);
                    return (broken[i] ? facts.with("root", "no") : facts).of(worker("n" + i));
                })
                .toList();

        List<String> found =
                new Review(requirements()).of(hosts).stream().map(Finding::host).toList();

        List<String> expected = IntStream.range(0, size)
                .filter(i -> broken[i])
                .mapToObj(i -> "n" + i)
                .toList();
        assertThat(found).as("seed %s", repetition.getCurrentRepetition()).isEqualTo(expected);
    }

    private static List<Finding> review(Inspection... inspections) {
        return new Review(requirements()).of(List.of(inspections));
    }

    private static Requirements requirements() {
        return new Requirements(Installations.anInstallation(), "amd64", LIMITS);
    }
}
