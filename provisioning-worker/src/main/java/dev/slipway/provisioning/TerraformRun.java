package dev.slipway.provisioning;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.provisioning.region.ContainerLeftovers;
import dev.slipway.provisioning.region.FrozenHosts;
import dev.slipway.provisioning.state.StateLock;
import dev.slipway.provisioning.terraform.StateLockedException;
import dev.slipway.provisioning.terraform.Terraform;
import dev.slipway.provisioning.terraform.TerraformCommand;
import dev.slipway.provisioning.workspace.Workspace;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Terraform for one cluster, from a prepared workspace to a state that says what exists. */
final class TerraformRun {
    private final Terraform terraform;
    private final Workspace workspace;
    private final Hosts hosts;
    private final Locking locking;
    private final Consumer<String> log;

    TerraformRun(Terraform terraform, Workspace workspace, Hosts hosts, Locking locking, Consumer<String> log) {
        this.terraform = terraform;
        this.workspace = workspace;
        this.hosts = hosts;
        this.locking = locking;
        this.log = log;
    }

    /** How long to wait for the lock, and how to learn who holds it. */
    record Locking(Duration patience, Supplier<Optional<StateLock>> holder) {}

    /** What earlier runs made and did not record, what cannot be stopped, and whether the state may name any. */
    record Hosts(ContainerLeftovers leftovers, FrozenHosts frozen, boolean recorded) {}

    PlanSummary plan(String file) {
        terraform.run(new TerraformCommand.Init());
        removeLeftovers();
        locked(patience -> new TerraformCommand.Plan(file, patience));
        return terraform.run(new TerraformCommand.Show(file));
    }

    ProvisionedHosts apply(String file) {
        locked(patience -> new TerraformCommand.Apply(file, patience));
        return terraform.run(new TerraformCommand.Output());
    }

    /** Where nothing is recorded Terraform has nothing to do, and needs no provider for it. */
    void destroy() {
        if (!hosts.recorded()) {
            removeLeftovers();
            return;
        }
        terraform.run(new TerraformCommand.Init());
        // What an interrupted run made and did not record may still use what it did record.
        removeLeftovers();
        locked(TerraformCommand.Destroy::new);
        removeLeftovers();
    }

    void endWell() {
        workspace.endWell();
    }

    private void removeLeftovers() {
        if (workspace.isResumed()) {
            thaw();
        }
        var removed = hosts.leftovers().remove(this::recorded);
        if (removed > 0) {
            log.accept("Removed %d things that an earlier run had made and not recorded".formatted(removed));
        }
    }

    private Set<String> recorded() {
        return hosts.recorded() ? terraform.run(new TerraformCommand.Inventory()) : Set.of();
    }

    /** Nothing ends because this could not be asked: whether it was needed, the removal of the hosts will say. */
    private void thaw() {
        try {
            var thawed = hosts.frozen().thaw();
            if (thawed > 0) {
                log.accept("Thawed %d frozen processes, which kept their hosts from being stopped".formatted(thawed));
            }
        } catch (ApplicationFailure unknown) {
            log.accept("Could not look for frozen processes: " + unknown.getOriginalMessage());
        }
    }

    /** plan-service lets a try have the lock of the tries before it; only one that comes back late gets none. */
    private <R> R locked(Function<Duration, TerraformCommand<R>> command) {
        locking.holder()
                .get()
                .ifPresent(lock -> log.accept("The state is locked by another run (%s); a later try takes its place"
                        .formatted(lock.description())));
        try {
            return terraform.run(command.apply(locking.patience()));
        } catch (StateLockedException e) {
            throw Failures.of(
                    FailureType.STATE_LOCKED,
                    "A later run works on the cluster's Terraform state%s: wait until it has ended, then retry the step."
                            .formatted(holder()),
                    null,
                    e);
        }
    }

    private String holder() {
        return locking.holder()
                .get()
                .map(lock -> " (" + lock.description() + ")")
                .orElse("");
    }
}
