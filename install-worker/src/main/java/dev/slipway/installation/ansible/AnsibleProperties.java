package dev.slipway.installation.ansible;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Ansible is and how it runs.
 *
 * @param project folder of playbooks, roles and ansible.cfg
 * @param python folder of the virtual environment that holds Ansible
 * @param runs folder of the private run directories; without one, a memory file system if there is one
 * @param keepFailed how long the run directory of a failed phase is kept
 * @param grace how long a stopped playbook may take to end
 * @param silence how long a playbook may say nothing until it is stopped; longer than any task takes
 * @param variables what this site sets otherwise than the playbooks, such as how long nodes are waited for
 */
@ConfigurationProperties("slipway.ansible")
public record AnsibleProperties(
        Path project,
        Path python,
        @Nullable Path runs,
        @DefaultValue("7d") Duration keepFailed,
        @DefaultValue("20s") Duration grace,
        @DefaultValue("30m") Duration silence,
        @DefaultValue Map<String, String> variables) {
    /** Returns the program that runs a playbook. */
    public Path executable() {
        return python.resolve("bin/ansible-playbook");
    }
}
