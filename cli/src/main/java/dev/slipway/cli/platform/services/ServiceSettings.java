package dev.slipway.cli.platform.services;

import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.keys.Credentials;
import dev.slipway.cli.keys.Passwords;
import dev.slipway.cli.keys.ServiceKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What each service must know beyond its own defaults.
 *
 * @param instance where everything is
 * @param passwords of the database
 * @param keys of the services
 * @param administrator the first administrator, as the gateway may know them
 * @param playbooks the Ansible project of the install-worker
 */
public record ServiceSettings(
        Instance instance, Passwords passwords, ServiceKeys keys, Credentials administrator, Path playbooks) {
    private static final ObjectMapper YAML = new YAMLMapper();

    /** The settings file of a service. */
    public String text(Service service) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", service.port(instance.ports()));
        settings.put("slipway.security.trusted-keys", keys.publicKeys().toString());
        settings.put("slipway.token.key", keys.privateKey(service.id()).toString());
        settings.put(
                "slipway.plan-service.url",
                "http://127.0.0.1:" + instance.ports().planService());
        settings.putAll(
                switch (service) {
                    case PLAN_SERVICE -> planService();
                    case PROVISIONING_WORKER -> provisioningWorker();
                    case INSTALL_WORKER -> installWorker();
                    case GATEWAY -> gateway();
                });
        return YAML.writeValueAsString(settings);
    }

    private Map<String, Object> planService() {
        Map<String, Object> settings = new TreeMap<>(database());
        settings.putAll(temporal());
        settings.put(
                "slipway.packages.trusted-keys",
                instance.home().keys().resolve("packages").toString());
        settings.put(
                "slipway.secrets.key-file",
                instance.home().keys().resolve("sealing.json").toString());
        return settings;
    }

    private Map<String, Object> provisioningWorker() {
        Map<String, Object> settings = new TreeMap<>(temporal());
        settings.put(
                "slipway.provisioning.directory",
                instance.home().data().resolve("provisioning").toString());
        settings.put(
                "slipway.provisioning.runs", instance.home().memory("terraform").toString());
        return settings;
    }

    private Map<String, Object> installWorker() {
        Map<String, Object> settings = new TreeMap<>(temporal());
        settings.put("slipway.ansible.project", playbooks.toString());
        settings.put(
                "slipway.ansible.python",
                instance.home().cache().resolve("python").toString());
        settings.put("slipway.ansible.runs", instance.home().memory("ansible").toString());
        return settings;
    }

    private Map<String, Object> gateway() {
        Map<String, Object> settings = new TreeMap<>(database());
        settings.put("slipway.gateway.first-administrator.token-sha256", administrator.tokenSha256());
        return settings;
    }

    private Map<String, Object> database() {
        return Map.of(
                "slipway.database.host", "127.0.0.1",
                "slipway.database.port", instance.ports().postgres(),
                "slipway.database.name", "slipway",
                "slipway.database.username", "slipway",
                "slipway.database.password", passwords.slipway());
    }

    private Map<String, Object> temporal() {
        return Map.of(
                "spring.temporal.connection.target",
                "127.0.0.1:" + instance.ports().temporal(),
                "spring.temporal.namespace",
                "slipway");
    }
}
