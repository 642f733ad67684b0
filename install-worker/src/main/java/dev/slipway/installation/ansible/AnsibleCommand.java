package dev.slipway.installation.ansible;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ProcessFence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the command that runs playbooks one after the other; everything of the run lies in its run directory. */
@Component
final class AnsibleCommand {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String EVENTS = "slipway_events";

    private final AnsibleProperties properties;
    private final String plugin = plugin();

    AnsibleCommand(AnsibleProperties properties) {
        this.properties = properties;
    }

    private static String plugin() {
        try (InputStream source = AnsibleCommand.class.getResourceAsStream(EVENTS + ".py")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns the arguments by which every connection of a run trusts the pinned host keys and nothing else. */
    static String sshArguments(Path knownHosts) {
        return "-F /dev/null -o UserKnownHostsFile=" + knownHosts
                + " -o GlobalKnownHostsFile=/dev/null -o StrictHostKeyChecking=yes -o ConnectTimeout=10";
    }

    Command of(List<String> playbooks, ProcessFence fence, RunDirectory directory, Path inventory, Path variables) {
        directory.write(EVENTS + ".py", plugin);
        Path site = directory.write("site.json", MAPPER.writeValueAsString(properties.variables()));
        var arguments = new ArrayList<>(List.of(
                "--inventory", inventory.toString(), "--extra-vars", "@" + variables, "--extra-vars", "@" + site));
        playbooks.forEach(playbook -> arguments.add(properties
                .project()
                .resolve("playbooks")
                .resolve(playbook + ".yml")
                .toString()));
        Command command = Command.of(properties.executable().toString(), arguments.toArray(String[]::new))
                .in(properties.project());
        return withEnvironment(fence.mark(command), directory.path());
    }

    private Command withEnvironment(Command command, Path home) {
        return command.with("PATH", properties.python().resolve("bin") + ":" + System.getenv("PATH"))
                .with("HOME", home.toString())
                .with("LANG", "C.UTF-8")
                .with("PYTHONUNBUFFERED", "1")
                .with(
                        "ANSIBLE_CONFIG",
                        properties.project().resolve("ansible.cfg").toString())
                .with("ANSIBLE_CALLBACK_PLUGINS", home.toString())
                .with("ANSIBLE_STDOUT_CALLBACK", EVENTS)
                .with("ANSIBLE_HOST_KEY_CHECKING", "True")
                .with("ANSIBLE_RETRY_FILES_ENABLED", "False")
                .with("ANSIBLE_NOCOLOR", "True");
    }
}
