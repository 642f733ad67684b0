package dev.slipway.provisioning.workspace;

import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.process.WorkerMark;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The workspaces of this worker, one per cluster, so that a later run finds what an earlier one left. */
@Component
public final class Workspaces implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path runs;
    private final Path claims;
    private final Configurations configurations;

    Workspaces(WorkspaceProperties properties, Configurations configurations) {
        var given = properties.runs();
        this.runs = given == null ? standardRuns() : given;
        this.claims = properties.directory().resolve("claims");
        this.configurations = configurations;
    }

    private static Path standardRuns() {
        var base = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("slipway-provisioning-" + System.getProperty("user.name"));
    }

    /** A step that was canceled while its worker was dead has no next try that would end what that one left. */
    @Override
    public void afterPropertiesSet() {
        var killed = new WorkerMark(runs).clear();
        if (killed > 0) {
            LOG.info("Stopped {} processes that a worker before this one had left", killed);
        }
    }

    /**
     * Opens the workspace of a cluster with the configurations of today.
     *
     * @param root name of the Terraform root
     */
    public Workspace open(String clusterId, String root) {
        PrivateFiles.folder(runs);
        var folder = PrivateFiles.folder(runs.resolve(clusterId));
        configurations.copyTo(folder);
        var fence = ProcessFence.around("provisioning/" + clusterId);
        return new Workspace(
                folder, root, new Marks(fence, new WorkerMark(runs)), new Claim(claims.resolve(clusterId)));
    }
}
