package dev.slipway.installation.kubernetes;

import java.util.List;

/** What runs inside the pods of a verification. */
final class ProbeScripts {
    private ProbeScripts() {}

    /** A web server that says its name. */
    static String server(String name) {
        return "echo %s >/www/index.html && exec busybox httpd -f -p %d -h /www".formatted(name, ProbeObjects.PORT);
    }

    /**
     * Tries until every server says its name through its Service; the last reason is the pod's termination message. Not
     * with wget: it asks for the port of http by name, which a static program cannot look up.
     */
    static String client(List<String> servers, long limitSeconds) {
        return """
                b=/bin/busybox
                attempt() {
                    $b nslookup kubernetes.default.svc.cluster.local >/www/dns 2>&1 \\
                        || { why="the cluster's DNS does not resolve kubernetes.default: $($b tail -n 1 /www/dns)"; return 1; }
                    for server in %s; do
                        said=$(printf 'GET / HTTP/1.0\\r\\n\\r\\n' | $b nc -w 2 "$server" %d 2>/www/nc | $b tail -n 1)
                        [ "$said" = "$server" ] \\
                            || { why="Service $server does not answer: $($b tail -n 1 /www/nc)"; return 1; }
                    done
                }
                left=%d
                until attempt; do
                    left=$((left - 1))
                    [ "$left" -gt 0 ] || { echo "$why" >/dev/termination-log; exit 1; }
                    $b sleep 0.5
                done
                """.formatted(String.join(" ", servers), ProbeObjects.PORT, limitSeconds);
    }
}
