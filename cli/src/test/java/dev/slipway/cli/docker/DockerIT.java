package dev.slipway.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers, networks and volumes on the real engine; the image has one static program. */
class DockerIT {
    private static final HostNetwork NETWORK = new HostNetwork("slipway-docker-it", "10.213.0.0/16");
    /** Its name goes on after the other's, as that of a second installation. */
    private static final HostNetwork OTHER = new HostNetwork("slipway-docker-it-second", "10.214.0.0/16");

    private static final String IMAGE = "slipway-docker-it:1";

    private final Docker docker = new Docker();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        // A program that waits, made of what the build needs anyway.
        Path source = Files.writeString(folder.resolve("wait.c"), "#include <unistd.h>\nint main(){for(;;)pause();}\n");
        Path program = folder.resolve("wait");
        ExternalProgram.of("gcc", "-static", "-o", program.toString(), source.toString())
                .run();
        Path archive = folder.resolve("image.tar");
        ExternalProgram.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "wait")
                .run();
        ExternalProgram.of("docker", "import", "-c", "CMD [\"/wait\"]", "-c", "VOLUME /kept", archive.toString(), IMAGE)
                .run();
        clean();
    }

    @AfterEach
    void stop() {
        clean();
        ExternalProgram.of("docker", "rmi", "--force", IMAGE).run();
    }

    private void clean() {
        for (HostNetwork network : List.of(OTHER, NETWORK)) {
            docker.removeHostsOn(network.name());
            docker.removeNetwork(network.name());
        }
        ExternalProgram.of("docker", "volume", "rm", "--force", NETWORK.name() + "-mine")
                .run();
    }

    @Test
    void aContainerRunsAtItsAddressAndIsRemovedWithItsVolume() {
        assertThat(docker.answers()).isTrue();
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        assertThat(docker.hasNetwork(NETWORK.name())).isTrue();
        List<String> options = List.of("--network", NETWORK.name(), "--ip", NETWORK.packageAddress());
        docker.run("slipway-docker-it-a", options, IMAGE);
        docker.run("slipway-docker-it-a", options, IMAGE);
        assertThat(docker.runs("slipway-docker-it-a", IMAGE)).isTrue();
        assertThat(docker.runs("slipway-docker-it-b", IMAGE)).isFalse();
        assertThat(docker.hostsOn(NETWORK.name())).containsExactly("slipway-docker-it-a");
        String volume = inspect("slipway-docker-it-a", "{{(index .Mounts 0).Name}}");
        assertThat(docker.removeHostsOn(NETWORK.name()))
                .isEqualTo(new Removal(List.of("container slipway-docker-it-a"), List.of()));
        assertThat(ExternalProgram.of("docker", "volume", "ls", "--quiet").run())
                .doesNotContain(volume);
        assertThat(docker.removeNetwork(NETWORK.name())).isTrue();
        assertThat(docker.removeNetwork(NETWORK.name())).isFalse();
    }

    @Test
    void addressesOfAnotherNetworkAreRefusedByItsName() {
        docker.createNetwork(OTHER.name(), OTHER.subnet(), OTHER.bridgeAddress());

        assertThatThrownBy(() -> docker.createNetwork(NETWORK.name(), OTHER.subnet(), OTHER.bridgeAddress()))
                .hasMessageContaining("The Docker network %s has addresses of %s", OTHER.name(), OTHER.subnet())
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .anyMatch(
                                way -> way.matches("take others: SLIPWAY_SUBNET=172\\.\\d+\\.0\\.0/16 ./slipway up")));
    }

    @Test
    void networksAreToldWithTheirAddresses() {
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        ExternalProgram.of("docker", "network", "create", "--subnet", OTHER.subnet(), OTHER.name())
                .run();

        assertThat(docker.networks())
                .contains(
                        new DockerNetwork(NETWORK.name(), true, true, List.of(NETWORK.subnet())),
                        new DockerNetwork(OTHER.name(), false, false, List.of(OTHER.subnet())),
                        new DockerNetwork("host", false, false, List.of()));
    }

    @Test
    void theVolumeOfAHalfMadeHostIsRemovedAndThoseOfOthersStay() {
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        docker.createNetwork(OTHER.name(), OTHER.subnet(), OTHER.bridgeAddress());
        String halfMade = volume(NETWORK.name() + "-demo-1-var", Docker.LABEL);
        String unlabelled = volume(NETWORK.name() + "-mine", "mine=true");
        String others = volume(OTHER.name() + "-demo-1-var", Docker.LABEL);

        assertThat(docker.removeHostsOn(NETWORK.name()))
                .isEqualTo(new Removal(List.of("volume " + halfMade), List.of()));

        assertThat(volumes()).doesNotContain(halfMade).contains(unlabelled, others);
    }

    @Test
    void hostsOfAClusterAreRemovedFromTheNetworkOfSomebodyElse() {
        ExternalProgram.of("docker", "network", "create", "--subnet", OTHER.subnet(), OTHER.name())
                .run();
        String volume = volume(OTHER.name() + "-theirs-1-var", "dev.slipway.cluster=c-ours");
        docker.run("slipway-docker-it-o", ofCluster("c-ours"), IMAGE);
        docker.run("slipway-docker-it-t", ofCluster("c-theirs"), IMAGE);

        assertThat(docker.removeHostsOf(List.of("c-ours")))
                .isEqualTo(new Removal(List.of("container slipway-docker-it-o", "volume " + volume), List.of()));

        assertThat(docker.hostsOn(OTHER.name())).containsExactly("slipway-docker-it-t");
    }

    private static List<String> ofCluster(String id) {
        return List.of("--network", OTHER.name(), "--label", "dev.slipway.cluster=" + id);
    }

    @Test
    void aHalfMadeHostThatIsNotOnItsNetworkYetIsRemoved() {
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        String host = NETWORK.name() + "-demo-1";
        String volume = volume(host + "-var", Docker.LABEL);
        docker.run(host, List.of("--network", "none", "--volume", volume + ":/var"), IMAGE);

        assertThat(docker.removeHostsOn(NETWORK.name()))
                .isEqualTo(new Removal(List.of("container " + host, "volume " + volume), List.of()));
    }

    @Test
    void aVolumeThatCannotBeRemovedIsNamed() {
        docker.createNetwork(OTHER.name(), OTHER.subnet(), OTHER.bridgeAddress());
        String used = volume(NETWORK.name() + "-demo-1-var", Docker.LABEL);
        docker.run(OTHER.name() + "-a", List.of("--network", OTHER.name(), "--volume", used + ":/used"), IMAGE);

        assertThat(docker.removeHostsOn(NETWORK.name()).left())
                .singleElement()
                .asString()
                .startsWith("volume " + used + ": ")
                .contains("volume is in use");
    }

    private static String volume(String name, String label) {
        return ExternalProgram.of("docker", "volume", "create", "--label", label, name)
                .run()
                .strip();
    }

    private static List<String> volumes() {
        return ExternalProgram.of("docker", "volume", "ls", "--quiet")
                .run()
                .lines()
                .toList();
    }

    @Test
    void aContainerWithAFrozenProcessIsRemoved() throws IOException {
        assumeThat(docker.hasHostImage()).as("image of container hosts").isTrue();
        assumeThat(System.getProperty("user.name")).as("who may freeze").isEqualTo("root");
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        docker.run("slipway-docker-it-f", List.of("--network", NETWORK.name()), IMAGE);
        freeze(inspect("slipway-docker-it-f", "{{.State.Pid}}"));

        assertThat(docker.removeHostsOn(NETWORK.name()).removed()).containsExactly("container slipway-docker-it-f");

        assertThat(docker.removeNetwork(NETWORK.name())).isTrue();
    }

    /** Where control groups have version 2 a frozen process can be killed, and none is frozen here. */
    private static void freeze(String process) throws IOException {
        String group = Files.readAllLines(Path.of("/proc/" + process + "/cgroup")).stream()
                .filter(line -> line.contains(":freezer:"))
                .map(line -> "/sys/fs/cgroup/freezer" + line.replaceFirst("^.*:freezer:", ""))
                .findFirst()
                .orElse("");
        if (!group.isEmpty()) {
            Path pod = Files.createDirectory(Path.of(group, "pod"));
            Files.writeString(pod.resolve("cgroup.procs"), process);
            Files.writeString(pod.resolve("freezer.state"), "FROZEN");
        }
    }

    @Test
    void packetsOfPodsPassOnANetworkUntilItIsRemoved() {
        assumeThat(docker.hasHostImage()).as("image of container hosts").isTrue();
        assumeThat(System.getProperty("user.name")).as("who may read rules").isEqualTo("root");
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        String bridge = bridge(NETWORK);

        docker.allowPodTraffic(NETWORK.name());
        docker.allowPodTraffic(NETWORK.name());

        assertThat(rules()).containsOnlyOnce("-i %1$s -o %1$s -j ACCEPT".formatted(bridge));
        docker.removeNetwork(NETWORK.name());
        assertThat(rules()).doesNotContain(bridge);
    }

    @Test
    void packetsOfPodsPassAgainOnANetworkOfOursAlone() {
        assumeThat(docker.hasHostImage()).as("image of container hosts").isTrue();
        assumeThat(System.getProperty("user.name")).as("who may read rules").isEqualTo("root");
        docker.createNetwork(NETWORK.name(), NETWORK.subnet(), NETWORK.bridgeAddress());
        ExternalProgram.of("docker", "network", "create", "--internal", "--subnet", OTHER.subnet(), OTHER.name())
                .run();

        docker.restorePodTraffic(NETWORK.name());
        docker.restorePodTraffic(OTHER.name());
        docker.restorePodTraffic("slipway-docker-it-none");

        assertThat(rules()).contains(bridge(NETWORK)).doesNotContain(bridge(OTHER));
    }

    private static String bridge(HostNetwork network) {
        return "br-"
                + ExternalProgram.of("docker", "network", "inspect", "--format", "{{.Id}}", network.name())
                        .run()
                        .substring(0, 12);
    }

    private static String inspect(String container, String format) {
        return ExternalProgram.of("docker", "inspect", "--format", format, container)
                .run()
                .strip();
    }

    private static String rules() {
        return ExternalProgram.of("iptables", "-w", "-S", "DOCKER-USER").run();
    }
}
