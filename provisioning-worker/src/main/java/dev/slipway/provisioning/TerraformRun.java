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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Terraform for one cluster, from a prepared workspace to a state that says what exists. */
final class TerraformRun {
    private static final Duration NO_WAIT = Duration.ZERO;

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

    /** How long to wait for the lock, how to learn who holds it, and how to take it back from a dead run. */
    record Locking(Duration patience, Supplier<Optional<StateLock>> holder, Consumer<StateLock> unlock) {}

    /** What earlier runs made and did not record, and what cannot be stopped. */
    record Hosts(ContainerLeftovers leftovers, FrozenHosts frozen) {}

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

    void destroy() {
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
        var removed = hosts.leftovers().remove(() -> terraform.run(new TerraformCommand.Inventory()));
        if (removed > 0) {
            log.accept("Removed %d things that an earlier run had made and not recorded".formatted(removed));
        }
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

    /** After a run that did not end well the lock may be ours still: then there is no use in waiting for it. */
    private <R> R locked(Function<Duration, TerraformCommand<R>> command) {
        try {
            return terraform.run(command.apply(workspace.isResumed() ? NO_WAIT : locking.patience()));
        } catch (StateLockedException e) {
            locking.holder().get().filter(workspace::heldBefore).ifPresent(this::takeBack);
        }
        return withPatience(command.apply(locking.patience()));
    }

    private <R> R withPatience(TerraformCommand<R> command) {
        try {
            return terraform.run(command);
        } catch (StateLockedException e) {
            throw Failures.of(
                    FailureType.STATE_LOCKED,
                    "Another run holds the lock of the cluster's Terraform state%s: wait until it has ended, then retry the step."
                            .formatted(holder()),
                    null,
                    e);
        }
    }

    private String holder() {
        return locking.holder()
                .get()
                .map(lock -> " (%s, since %s)".formatted(lock.who(), lock.created()))
                .orElse("");
    }

    private void takeBack(StateLock lock) {
        locking.unlock().accept(lock);
        log.accept("Took back the lock %s of an earlier run from here that died".formatted(lock.id()));
    }
}
