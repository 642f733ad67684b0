package dev.slipway.provisioning.workspace;

import dev.slipway.toolkit.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;

/** The private folder in which Terraform works for one cluster. */
public final class Workspace {
    private static final String VARIABLES = "terraform.tfvars.json";
    private static final String SETTINGS = "terraform.rc";

    private final Path folder;
    private final Path root;
    private final Marks marks;
    private final Claim claim;
    private final boolean resumed;

    Workspace(Path folder, String root, Marks marks, Claim claim) {
        this.folder = folder;
        this.root = folder.resolve("roots").resolve(root);
        this.marks = marks;
        this.claim = claim;
        this.resumed = claim.exists();
    }

    /** Lays down what a run needs: the variables, and the mirror as the only place providers come from. */
    public void prepare(String variablesJson, Path mirror) {
        PrivateFiles.write(root.resolve(VARIABLES), variablesJson);
        PrivateFiles.write(folder.resolve(SETTINGS), """
                disable_checkpoint = true
                provider_installation {
                  filesystem_mirror {
                    path = "%s"
                  }
                }
                """.formatted(mirror));
        claim.make();
    }

    /** Begins a command that runs here and can be found here later. */
    public Command command(String executable) {
        return marks.mark(Command.of(executable)
                .in(root)
                .with("TF_CLI_CONFIG_FILE", folder.resolve(SETTINGS).toString()));
    }

    /** Tells whether a plan of this name was saved here. */
    public boolean has(String plan) {
        return Files.isRegularFile(root.resolve(plan));
    }

    /** Kills what an earlier run left running and returns how many processes that were. */
    public int stopLeftRuns() {
        return marks.fence().clear();
    }

    /** Tells whether an earlier run for the cluster did not end well. */
    public boolean isResumed() {
        return resumed;
    }

    /** Says that a run ended well. */
    public void endWell() {
        claim.giveUp();
    }

    /** Removes the folder and everything in it. */
    public void remove() {
        PrivateFiles.remove(folder);
    }
}
