package dev.slipway.plan.cluster.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pods that packages bring may listen on nodes themselves, where the API server must not. */
class HostPortsTest {
    private static final Path MANIFESTS = Path.of("../infra/packages/manifests");
    private static final Pattern ANY_PORT = Pattern.compile("(?i)port[:=] *(\\d+)");
    private static final Pattern HOST_PORT = Pattern.compile("hostPort: *(\\d+)");

    @Test
    void noPortThatAPodHasOnTheNodeIsOfferedToTheApiServer() throws IOException {
        var ports = new ArrayList<Integer>();
        try (var files = Files.list(MANIFESTS)) {
            for (var file : files.toList()) {
                ports.addAll(ports(Files.readString(file)).toList());
            }
        }

        assertThat(ports).isNotEmpty();
        assertThat(PortRule.TAKEN.keySet()).containsAll(ports);
    }

    private static Stream<Integer> ports(String manifest) {
        return Arrays.stream(manifest.split("(?m)^---$"))
                .flatMap(document -> (document.contains("hostNetwork: true") ? ANY_PORT : HOST_PORT)
                        .matcher(document)
                        .results())
                .map(found -> Integer.valueOf(found.group(1)));
    }
}
