package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A command of Terraform: it knows its arguments and what its output means.
 *
 * @param <R> what it answers
 */
public sealed interface TerraformCommand<R> {
    /** Returns the arguments after the program's name. */
    List<String> arguments();

    /** Reads the answer from the document on standard output. */
    R answer(String document);

    /** A command that does something, and says what in one JSON object a line. */
    sealed interface Deed extends TerraformCommand<Deed.Done> {
        @Override
        default Done answer(String document) {
            return Done.DONE;
        }

        /** The answer of a command whose effect is all there is to know. */
        enum Done {
            DONE
        }
    }

    /** A command that only asks, and is answered by one document. */
    sealed interface Question<R> extends TerraformCommand<R> {}

    /** Finds the providers and the state. */
    record Init() implements Deed {
        @Override
        public List<String> arguments() {
            return List.of("init", "-json", "-reconfigure");
        }
    }

    /** Compares what exists with what is asked for, and keeps the difference in a file. */
    record Plan(String file, Duration patience) implements Deed {
        @Override
        public List<String> arguments() {
            return List.of("plan", "-json", "-out=" + file, lockTimeout(patience));
        }
    }

    /** Makes the changes of a plan's file. */
    record Apply(String file, Duration patience) implements Deed {
        @Override
        public List<String> arguments() {
            return List.of("apply", "-json", lockTimeout(patience), file);
        }
    }

    /** Removes everything that is in the state. */
    record Destroy(Duration patience) implements Deed {
        @Override
        public List<String> arguments() {
            return List.of("destroy", "-json", "-auto-approve", lockTimeout(patience));
        }
    }

    /** Reads what a plan's file would change. */
    record Show(String file) implements Question<PlanSummary> {
        @Override
        public List<String> arguments() {
            return List.of("show", "-json", file);
        }

        @Override
        public PlanSummary answer(String document) {
            return PlanDocument.read(document).summary();
        }
    }

    /** Reads the ids of everything that is in the state. */
    record Inventory() implements Question<Set<String>> {
        @Override
        public List<String> arguments() {
            return List.of("show", "-json");
        }

        @Override
        public Set<String> answer(String document) {
            return StateDocument.read(document).ids();
        }
    }

    /** Reads the hosts that exist. */
    record Output() implements Question<ProvisionedHosts> {
        @Override
        public List<String> arguments() {
            return List.of("output", "-json");
        }

        @Override
        public ProvisionedHosts answer(String document) {
            return OutputDocument.read(document).provisioned();
        }
    }

    private static String lockTimeout(Duration patience) {
        return "-lock-timeout=" + patience.toSeconds() + "s";
    }
}
