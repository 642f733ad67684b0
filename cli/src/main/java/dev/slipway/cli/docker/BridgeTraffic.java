package dev.slipway.cli.docker;

import dev.slipway.cli.external.ExternalProgram;
import java.util.List;

/**
 * Lets the hosts of one network send each other packets that carry addresses of pods, as flannel's host-gw does. On an
 * internal network the engine drops whatever does not come from the network's own addresses; nothing can leave it all
 * the same. The rule is set with the machine's own iptables, through the engine: who may use the engine needs no more.
 */
final class BridgeTraffic {
    private static final String RULE = "DOCKER-USER -i \"$BRIDGE\" -o \"$BRIDGE\" -j ACCEPT";
    /** Without this chain the engine sets no rules, and drops nothing. */
    private static final String CHAIN = "iptables -w -n -L DOCKER-USER >/dev/null 2>&1 || exit 0; ";

    private final String bridge;

    BridgeTraffic(String networkId) {
        bridge = "br-" + networkId.substring(0, 12);
    }

    void allow() {
        onMachine(CHAIN + "iptables -w -C %1$s 2>/dev/null || iptables -w -I %1$s".formatted(RULE));
    }

    /** Takes the rule away; another network may get a bridge of that name one day. */
    void forget() {
        onMachine(CHAIN + "while iptables -w -D %s 2>/dev/null; do :; done".formatted(RULE));
    }

    private void onMachine(String script) {
        ExternalProgram.of("docker", "run", "--rm", "--network", "host", "--cap-add", "NET_ADMIN")
                .and(List.of("--volume", "/:/machine", "--env", "BRIDGE=" + bridge))
                .and(List.of("--env", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "--entrypoint", "chroot"))
                .and(List.of(Docker.HOST_IMAGE, "/machine", "sh", "-c", script))
                .run();
    }
}
