package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.PythonTools;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the real Ansible tells through our plugin is what the worker reads. */
@EnabledIf("ansibleIsThere")
class EventsPluginIT {
    private static final String PLAYBOOK = """
            - hosts: all
              gather_facts: false
              tasks:
                - name: Change
                  ansible.builtin.command: "true"
                - name: Keep
                  ansible.builtin.command: "true"
                  changed_when: false
                - name: Say
                  ansible.builtin.debug: {msg: "all\\nis well"}
                - name: Skip
                  ansible.builtin.command: "false"
                  when: false
                - name: Survive
                  ansible.builtin.command: sh -c "echo harmless >&2; exit 3"
                  ignore_errors: true
                - name: Hide
                  ansible.builtin.command: sh -c "echo secret; exit 1"
                  no_log: true
                  ignore_errors: true
                - name: Loop
                  ansible.builtin.command: sh -c "echo no {{ item }} >&2; exit 1"
                  loop: [bread, wine]
            """;

    private static final String FIRST = """
            - hosts: all
              gather_facts: false
              tasks:
                - name: Greet
                  ansible.builtin.debug: {msg: hello}
            """;

    @TempDir
    private Path folder;

    static boolean ansibleIsThere() {
        return Files.isExecutable(PythonTools.folder().resolve("bin/ansible-playbook"));
    }

    @Test
    void tellsWhatEachTaskDid() throws IOException {
        List<String> lines = events().stream()
                .map(TaskEvent::line)
                .map(EventsPluginIT::withoutTime)
                .toList();

        assertThat(lines.subList(0, 4))
                .containsExactly("Change | changed", "Keep | ok", "Say | ok: all is well", "Skip | skipped");
        assertThat(lines.get(4)).startsWith("Survive | ignored: ").contains("harmless");
        assertThat(lines.get(5)).isEqualTo("Hide | ignored: its output is hidden");
        assertThat(lines.get(6)).startsWith("Loop | failed: ").contains("bread: ", "no bread", "wine: ", "no wine");
    }

    @Test
    void aPlaybookBeginsWithItsLeaveAndTellsItsEndUnlessItFailed() throws IOException {
        List<String> lines = lines();

        assertThat(lines.getFirst()).startsWith("{").contains("\"task\": \"Greet\"");
        assertThat(lines.get(1)).isEqualTo("{\"ended\": \"first\"}");
        assertThat(lines).filteredOn(line -> line.contains("ended")).hasSize(1);
    }

    private List<TaskEvent> events() throws IOException {
        var events = new TaskEvents();
        return lines().stream()
                .skip(1)
                .map(events::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Runs two playbooks; the second has its leave only when the first has told its end. */
    private List<String> lines() throws IOException {
        Files.createDirectories(folder.resolve("playbooks"));
        Files.writeString(folder.resolve("playbooks/first.yml"), FIRST);
        Files.writeString(folder.resolve("playbooks/try.yml"), PLAYBOOK);
        Files.writeString(folder.resolve("ansible.cfg"), "[defaults]\n");
        RunDirectory run = RunDirectory.create(folder.resolve("runs"), "try");
        run.write("begin-first", "");
        var lines = new ArrayList<String>();
        try {
            new ProcessRunner(Duration.ofSeconds(2)).run(command(run), line -> keep(line, lines, run), () -> {});
        } catch (ExitException expected) {
            assertThat(expected.exitCode()).isEqualTo(2);
        }
        return lines;
    }

    private Command command(RunDirectory run) {
        var properties = new AnsibleProperties(
                folder,
                PythonTools.folder(),
                folder.resolve("runs"),
                Duration.ofDays(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                Map.of());
        Path inventory = run.write(
                "inventory.yml",
                "all: {hosts: {here: {ansible_connection: local, ansible_python_interpreter: \"{{ ansible_playbook_python }}\"}}}");
        return new AnsibleCommand(properties)
                .of(
                        List.of("first", "try"),
                        ProcessFence.around("test/try"),
                        run,
                        inventory,
                        run.write("variables.json", "{}"));
    }

    private static void keep(OutputLine line, List<String> lines, RunDirectory run) {
        lines.add(line.text());
        if (line.text().contains("ended")) {
            run.write("begin-try", "");
        }
    }

    private static String withoutTime(String line) {
        return line.replaceFirst(" \\([0-9.]+ s\\)", "");
    }
}
