package dev.slipway.provisioning.workspace;

import java.nio.file.Path;

/** The workspace of one cluster in a folder of a test. */
public final class OpenedWorkspace {
    /** The cluster. */
    public static final String CLUSTER = "6f1c1f4e-6f0e-4c53-9d0b-3a54c2b7a001";

    /** The Terraform root. */
    static final String ROOT = "container-hosts";

    private OpenedWorkspace() {}

    /** Opens it. */
    public static Workspace in(Path folder) {
        return workspaces(folder).open(CLUSTER, ROOT);
    }

    static Workspaces workspaces(Path folder) {
        return new Workspaces(
                new WorkspaceProperties(folder.resolve("kept"), folder.resolve("runs")), new Configurations());
    }
}
