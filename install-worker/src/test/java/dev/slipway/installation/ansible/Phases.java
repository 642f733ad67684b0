package dev.slipway.installation.ansible;

import dev.slipway.installation.diagnosis.HostDiagnosis;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.installation.ssh.SshProperties;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import java.time.Clock;
import java.time.Duration;

/** The phases as a worker has them, with a plan-service of the test. */
final class Phases {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SshProperties SSH = new SshProperties(Duration.ofSeconds(2), Duration.ZERO);

    private Phases() {}

    static PhaseActivities of(FakePlanService planService, AnsibleProperties properties) {
        var runner = new ProcessRunner(properties.grace());
        var client = planService.client();
        var input = new PlaybookInput(client, new PackageIndexes(), new AnsibleCommand(properties));
        var directories = new RunDirectories(properties, CLOCK);
        var diagnosis = new HostDiagnosis(new SshHosts(SSH, CLOCK), CLOCK);
        return new AnsiblePhases(
                new PlaybookSessions(input, directories, runner),
                new HeartbeatingRun(runner),
                new AnsibleRuns(client, diagnosis, properties, CLOCK),
                new LoggedStep(client::appendLog, CLOCK));
    }
}
