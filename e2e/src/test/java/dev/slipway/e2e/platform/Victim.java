package dev.slipway.e2e.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of the platform that may die at any moment. */
public enum Victim {
    GATEWAY("/gateway.jar"),
    PLAN_SERVICE("/plan-service.jar"),
    PROVISIONING_WORKER("/provisioning-worker.jar"),
    INSTALL_WORKER("/install-worker.jar"),
    TEMPORAL("/temporal-server "),
    POSTGRESQL("/bin/postgres -D ");

    /** How the workers mark what they start: {@code cluster/lane} for Ansible, {@code provisioning/cluster}. */
    private static final Pattern RUN = Pattern.compile("SLIPWAY_RUN=(?:provisioning/)?([^/\\x00]+)");

    private final String mark;

    Victim(String mark) {
        this.mark = mark;
    }

    /** Ends its process as a crash does, with no time to tidy up; false when it was not running just then. */
    public boolean kill() {
        var running = processes();
        running.forEach(ProcessHandle::destroyForcibly);
        return !running.isEmpty();
    }

    /** Holds its next process as soon as it is there, before it has done anything: nobody does its work then. */
    public void hold() {
        var killed = processes();
        kill();
        var held = await(this + " is there again")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(this::processes, now -> !now.isEmpty() && Collections.disjoint(now, killed));
        signal("STOP", held);
    }

    /** Waits until its process, which was killed, is there again. */
    public void awaitReturn() {
        await(this + " is there again")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !processes().isEmpty());
    }

    /** Lets a held process go on. */
    public void release() {
        signal("CONT", processes());
    }

    /** Returns the jar that its process runs. */
    public Path build() {
        return await(this + " runs")
                .until(this::processes, now -> !now.isEmpty())
                .getFirst()
                .info()
                .commandLine()
                .map(line -> Path.of(line.replaceFirst(".* -jar (\\S+).*", "$1")))
                .orElseThrow();
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        processes.forEach(process -> Program.ok(List.of("kill", "-" + signal, Long.toString(process.pid()))));
    }

    /** Returns the process ids of the services that run. */
    public static List<Long> services() {
        var services = EnumSet.range(GATEWAY, INSTALL_WORKER);
        return running(command -> services.stream().anyMatch(service -> command.contains(service.mark)))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Returns the process ids of Terraform and Ansible that work on a cluster, whoever started them. */
    public static List<Long> programsOf(String cluster) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(process -> RUN.matcher(environment(process))
                        .results()
                        .anyMatch(run -> run.group(1).equals(cluster)))
                .toList();
    }

    private static String environment(long process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }

    private List<ProcessHandle> processes() {
        return running(command -> command.contains(mark)).toList();
    }

    private static Stream<ProcessHandle> running(Predicate<String> command) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(Platform.HOME.toString()))
                        .filter(command)
                        .isPresent());
    }
}
