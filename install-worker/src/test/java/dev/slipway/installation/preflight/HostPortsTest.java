package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.installation.fixture.Installations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what is installed, so that a port that comes with it cannot be forgotten. */
class HostPortsTest {
    private static final Path INFRA = Path.of("../infra");
    private static final InstallationRequest INSTALLATION =
            Installations.of(controlPlane("a"), controlPlane("b"), controlPlane("c"), worker("d"));

    private static final Set<String> FIELDS = Set.of("port", "containerPort", "hostPort");
    private static final Pattern ARGUMENT = Pattern.compile("(?:port=|:)(\\d+)$");

    /** Settings, arguments, and addresses with a port, in whatever language the file is. */
    private static final Pattern TEMPLATE = Pattern.compile("(?:(?i:port)[\"']?\\s*[:=]\\s*[\"']?"
            + "|(?i:port)\\s*\\n\\s*value:\\s*[\"']?"
            + "|--\\S*port[= ]"
            + "|(?:bind \\S*|127\\.0\\.0\\.1|0\\.0\\.0\\.0|localhost|]):)(\\d+|\\{\\{.*?}})");

    @Test
    void knowsThoseOfPodsOnTheHostsNetwork() throws IOException {
        Set<Integer> found = new HashSet<>();
        for (Path manifest : files(INFRA.resolve("packages/manifests"), ".*\\.yaml")) {
            try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(manifest.toFile())) {
                documents.forEachRemaining(document -> {
                    JsonNode pod = document.at("/spec/template/spec");
                    collect(pod, pod.path("hostNetwork").asBoolean(false), found);
                });
            }
        }

        assertThat(found).contains(10247);
        assertThat(new HostPorts(INSTALLATION, worker("d")).tcp()).containsAll(found);
    }

    @Test
    void knowsThoseOfTheFilesThatPlaybooksWrite() throws IOException {
        Set<Integer> found = new HashSet<>();
        for (Path template : files(INFRA.resolve("ansible/roles"), ".*/(templates|files)/.*")) {
            TEMPLATE.matcher(Files.readString(template))
                    .results()
                    .map(match -> number(template, match))
                    .forEach(found::add);
        }

        assertThat(found).contains(6443, 8443);
        assertThat(new HostPorts(INSTALLATION, controlPlane("a")).tcp()).containsAll(found);
    }

    private static void collect(JsonNode node, boolean onHost, Set<Integer> found) {
        node.properties().stream()
                .filter(field ->
                        FIELDS.contains(field.getKey()) && field.getValue().isInt())
                .filter(field -> onHost || field.getKey().equals("hostPort"))
                .forEach(field -> found.add(field.getValue().asInt()));
        if (onHost && node.isString()) {
            ARGUMENT.matcher(node.asString()).results().forEach(match -> found.add(Integer.valueOf(match.group(1))));
        }
        node.forEach(child -> collect(child, onHost, found));
    }

    private static int number(Path template, MatchResult match) {
        String value = match.group(1).replaceAll("[{} ]", "");
        Map<String, Integer> variables = variables();
        if (variables.containsKey(value)) {
            return variables.get(value);
        }
        assertThat(value).as("a port in %s whose number is not known", template).matches("\\d+");
        return Integer.parseInt(value);
    }

    /** What every role shares, and what comes with the inventory. */
    private static Map<String, Integer> variables() {
        try {
            String shared = Files.readString(INFRA.resolve("ansible/playbooks/group_vars/all.yml"));
            Map<String, Integer> ports = Pattern.compile("(?m)^(\\w*port): (\\d+)$")
                    .matcher(shared)
                    .results()
                    .collect(Collectors.toMap(match -> match.group(1), match -> Integer.valueOf(match.group(2))));
            ports.put("slipway_api_port", INSTALLATION.apiPort());
            return ports;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(pattern))
                    .toList();
        }
    }
}
