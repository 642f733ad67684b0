package dev.slipway.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Machines that a user has, with the key that opens them; no plan made them.
 *
 * @param credential under which name the key is registered
 * @param addresses of the machines, by name
 */
public record OwnHosts(String credential, Map<String, String> addresses) implements AutoCloseable {
    private static final String KEYS = "/home/slipway/.ssh/authorized_keys";
    private static final String REMAINS = "ls -d /etc/kubernetes /etc/containerd /opt/cni/bin /run/containerd"
            + " /usr/local/bin/* /var/lib/containerd /var/lib/etcd /var/lib/kubelet 2>/dev/null";
    private static final String PROGRAMS =
            "ps -e -o comm= | grep -E '^(kube|etcd|containerd|flanneld|coredns|pause)' || true";

    /** Starts them and makes a key. */
    public static OwnHosts start(String credential, Map<String, String> addresses) throws IOException {
        var hosts = new OwnHosts(credential, addresses);
        Files.deleteIfExists(hosts.key());
        Program.ok(List.of(
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hosts.key().toString()));
        var publicKey = Files.readString(Path.of(hosts.key() + ".pub")).strip();
        addresses.forEach((name, address) -> Containers.startHost(name, address, publicKey));
        return hosts;
    }

    /** Tells the platform of them. */
    public void register() throws IOException {
        var api = new Api();
        api.made(
                "/credentials",
                Api.JSON.writeValueAsString(
                        Map.of("name", credential, "username", "slipway", "privateKey", Files.readString(key()))));
        addresses.forEach((name, address) -> api.made("/hosts", """
                {"name": "%s", "address": "%s", "credential": "%s", "profile": "CONTAINER"}
                """.formatted(name, address, credential)));
    }

    /** Tells the platform that they are no longer there for it. */
    public void deregister() {
        addresses.keySet().forEach(name -> delete("/hosts", name));
        delete("/credentials", credential);
    }

    private static void delete(String kind, String name) {
        var api = new Api();
        var id =
                api.get(kind + "?name=" + name).path("items").path(0).path("id").asString();
        var answer = api.request("DELETE", kind + "/" + id, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Lets nobody log in to one of them any more. */
    public void lock(String host) {
        shell(host, "mv %s %s.away".formatted(KEYS, KEYS));
    }

    public void unlock(String host) {
        shell(host, "mv %s.away %s".formatted(KEYS, KEYS));
    }

    /** Nothing that an installation brings is there, and nothing of it runs. */
    public void assertUntouched(String host) {
        assertThat(shell(host, REMAINS).output()).isEmpty();
        assertThat(shell(host, PROGRAMS).output()).isEmpty();
    }

    public static Outcome shell(String host, String script) {
        return Containers.inside(host, "sh", "-c", script);
    }

    private Path key() {
        return Platform.HOME.resolve(credential + "-key");
    }

    @Override
    public void close() {
        addresses.keySet().forEach(Containers::remove);
    }
}
