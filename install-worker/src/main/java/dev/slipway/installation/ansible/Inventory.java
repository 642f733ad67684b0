package dev.slipway.installation.ansible;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.toolkit.planservice.ClusterAccess;
import dev.slipway.toolkit.planservice.NodeAccess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The hosts of a playbook by group; the names of groups and variables are the contract with the playbooks.
 *
 * @param nodes in the order of the request: the first control plane node is the one that is initialised
 * @param access how to reach each node
 * @param keys private key file of each node that has one
 * @param labels put on each node
 */
record Inventory(
        List<NodeTarget> nodes, Map<String, NodeAccess> access, Map<String, Path> keys, Map<String, String> labels) {
    private static final String PYTHON = "/usr/bin/python3";
    /** A host is given up after a minute without a sign of life; Mitogen would wait for five. */
    private static final int BEAT_SECONDS = 15;

    private static final int MISSED_BEATS = 4;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    static Map<String, NodeAccess> byName(ClusterAccess access) {
        return access.nodes().stream().collect(Collectors.toMap(NodeAccess::name, Function.identity()));
    }

    /** Returns the YAML inventory; it holds passwords. */
    String yaml(String sshArguments) {
        return YAML.writeValueAsString(Map.of("all", Map.of("children", Map.of("cluster", cluster(sshArguments)))));
    }

    private Map<String, Object> cluster(String sshArguments) {
        var children = new LinkedHashMap<String, Object>();
        children.put("control_plane", group(NodeRole.CONTROL_PLANE));
        children.put("workers", group(NodeRole.WORKER));
        return Map.of("children", children, "vars", connection(sshArguments));
    }

    private static Map<String, Object> connection(String sshArguments) {
        return Map.of(
                "ansible_ssh_common_args", sshArguments,
                "mitogen_ssh_compression", false,
                "mitogen_ssh_keepalive_interval", BEAT_SECONDS,
                "mitogen_ssh_keepalive_count", MISSED_BEATS);
    }

    private Map<String, Object> group(NodeRole role) {
        var hosts = new LinkedHashMap<String, Object>();
        nodes.stream().filter(node -> node.role() == role).forEach(node -> hosts.put(node.name(), variables(node)));
        return Map.of("hosts", hosts);
    }

    private Map<String, Object> variables(NodeTarget node) {
        NodeAccess login = access.get(node.name());
        if (login == null) {
            throw new IllegalArgumentException("plan-service knows no access to node " + node.name());
        }
        var variables = new LinkedHashMap<String, Object>();
        variables.put("ansible_host", login.address());
        variables.put("ansible_port", login.port());
        variables.put("ansible_user", login.username());
        variables.put("ansible_python_interpreter", interpreter(login.username()));
        variables.put("slipway_host_profile", node.profile().name());
        variables.put("slipway_node_labels", labels);
        variables.putAll(secret(login));
        return variables;
    }

    /**
     * Others become root with the interpreter, which preflight made sure they may: by Ansible's own way each phase
     * would start a second interpreter on each host and send it all modules once more.
     */
    private static String interpreter(String username) {
        return username.equals("root") ? PYTHON : "sudo -n " + PYTHON;
    }

    private Map<String, Object> secret(NodeAccess login) {
        Path key = keys.get(login.name());
        if (key != null) {
            return Map.of("ansible_ssh_private_key_file", key.toString());
        }
        String password = login.password();
        return password == null ? Map.of() : Map.of("ansible_password", password);
    }
}
