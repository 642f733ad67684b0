package dev.slipway.installation.ansible;

import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.phase.InstallPlan;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.planservice.ClusterAccess;
import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.process.ProcessRunner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The sessions of this worker that wait for their next phase. Nothing depends on them: a phase that finds none, as
 * after a restart, on another worker or when what is asked for has changed, starts one.
 */
@Component
final class PlaybookSessions implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PlaybookSessions.class);
    private static final InstallPlan PLAN = InstallPlan.standard();

    private final Map<String, PlaybookSession> waiting = new ConcurrentHashMap<>();
    private final PlaybookInput input;
    private final RunDirectories directories;
    private final ProcessRunner runner;

    PlaybookSessions(PlaybookInput input, RunDirectories directories, ProcessRunner runner) {
        this.input = input;
        this.directories = directories;
        this.runner = runner;
    }

    /**
     * A step that was canceled while its worker was dead has no next try that would end what that one left. Its secrets
     * go too, once nothing uses them any more: it may be long until another run begins.
     */
    @Override
    public void afterPropertiesSet() {
        int killed = directories.mark().clear();
        if (killed > 0) {
            LOG.info("Stopped {} processes that a worker before this one had left", killed);
        }
        directories.removeLeft();
    }

    /** Returns a session that is about to run the playbook of the phase. */
    PlaybookSession take(PhaseRequest request, OperationLog log) {
        String cluster = request.installation().operation().clusterId();
        if (request.step() == Step.RESET_HOSTS) {
            closeAll(cluster);
            clear(ProcessFence.around(cluster), log);
        }
        String lane = cluster + "/" + lane(request.step());
        ClusterAccess access = input.access(request);
        PlaybookSession session = waiting.remove(lane);
        if (session != null && session.waitsFor(playbook(request.step()), request.installation(), access)) {
            return session;
        }
        if (session != null) {
            session.close();
        }
        return start(lane, request, access, log);
    }

    /** Keeps a session, and its logins, until the next phase of its lane takes it or it ends by itself. */
    void keep(PlaybookSession session) {
        if (session.hasNext()) {
            waiting.put(session.lane(), session);
            session.afterEnd(() -> waiting.remove(session.lane(), session));
        }
    }

    private PlaybookSession start(String lane, PhaseRequest request, ClusterAccess access, OperationLog log) {
        var fence = ProcessFence.around(lane);
        clear(fence, log);
        List<String> playbooks = playbooks(request);
        RunDirectory directory = directories.create(playbooks.getFirst());
        var session = new PlaybookSession(lane, request.installation(), access, playbooks, directory);
        try {
            session.start(runner, directories.mark().mark(input.command(request, access, playbooks, fence, directory)));
        } catch (RuntimeException problem) {
            directory.removeSecrets();
            throw problem;
        }
        return session;
    }

    private static void clear(ProcessFence fence, OperationLog log) {
        int killed = fence.clear();
        if (killed > 0) {
            log.line("Stopped %d processes that an earlier attempt had left".formatted(killed));
        }
    }

    /** Ends what waits for the next phase of a cluster. */
    void closeAll(String cluster) {
        waiting.keySet().stream()
                .filter(lane -> lane.startsWith(cluster + "/"))
                .map(waiting::remove)
                .filter(Objects::nonNull)
                .forEach(PlaybookSession::close);
    }

    @Override
    public void destroy() {
        waiting.values().forEach(PlaybookSession::close);
    }

    /** Phases that run side by side are in different lanes. */
    private static String lane(Step step) {
        return step == Step.RESET_HOSTS ? playbook(step) : "lane-" + (PLAN.place(step) + 1);
    }

    private static List<String> playbooks(PhaseRequest request) {
        return request.step() == Step.RESET_HOSTS
                ? List.of(playbook(request.step()))
                : PLAN.lane(request.step(), request.installation()).stream()
                        .filter(step -> step != Step.VERIFICATION)
                        .map(PlaybookSessions::playbook)
                        .toList();
    }

    /** The playbook of a reset is called reset: a playbook is a verb or a concern, a step may say more. */
    private static String playbook(Step step) {
        return step == Step.RESET_HOSTS
                ? "reset"
                : step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
