package dev.slipway.cli.platform.temporal;

import dev.slipway.cli.instance.Ports;

/**
 * The settings of the Temporal server.
 *
 * @param ports where it listens
 * @param password of its role in PostgreSQL
 */
public record TemporalSettings(Ports ports, String password) {
    // The method would be longer than it reads with the text inside.
    @SuppressWarnings("InlineFormatString")
    private static final String TEMPLATE = """
            log: {stdout: true, level: warn}
            persistence:
              defaultStore: default
              visibilityStore: visibility
              numHistoryShards: 4
              datastores:
                default: {sql: %s}
                visibility: {sql: %s}
            global:
              membership: {maxJoinDuration: 30s, broadcastAddress: "127.0.0.1"}
            services:
              frontend: {rpc: %s}
              history: {rpc: %s}
              matching: {rpc: %s}
              worker: {rpc: %s}
            clusterMetadata:
              enableGlobalNamespace: false
              failoverVersionIncrement: 10
              masterClusterName: active
              currentClusterName: active
              clusterInformation:
                active:
                  enabled: true
                  initialFailoverVersion: 1
                  rpcName: frontend
                  rpcAddress: "127.0.0.1:%d"
                  httpAddress: "127.0.0.1:%d"
            dcRedirectionPolicy: {policy: noop}
            """;

    int postgresPort() {
        return ports.postgres();
    }

    String text() {
        return TEMPLATE.formatted(
                store(TemporalServer.DATABASE, 20),
                store(TemporalServer.VISIBILITY, 5),
                rpc(33, ", httpPort: " + ports.temporalHttp()),
                rpc(34, ""),
                rpc(35, ""),
                rpc(36, ""),
                ports.temporal(),
                ports.temporalHttp());
    }

    private String store(String database, int connections) {
        return "{pluginName: postgres12, databaseName: %s, connectAddr: \"127.0.0.1:%d\", connectProtocol: tcp, user: temporal, password: \"%s\", maxConns: %d, maxIdleConns: 5, maxConnLifetime: 1h}"
                .formatted(database, ports.postgres(), password, connections);
    }

    private String rpc(int offset, String more) {
        int port = ports.base() + offset;
        return "{grpcPort: %d, membershipPort: %d, bindOnLocalHost: true%s}".formatted(port, port + 10, more);
    }

    @Override
    public String toString() {
        return "TemporalSettings[" + ports + "]";
    }
}
