package dev.slipway.cli.address;

import dev.slipway.cli.api.ApiClient;
import dev.slipway.cli.api.RefusedException;
import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.failure.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets other hosts have an address again. */
@Command(
        name = "release",
        description = "Let other hosts have a locked address, once the host that was left behind with it is gone.")
final class AddressRelease implements Callable<Integer> {
    private static final int NOT_FOUND = 404;

    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Parameters(paramLabel = "ADDRESS", description = "The address, as slipway address list shows it.")
    private String address = "";

    AddressRelease(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LockedAddress locked = only(LockedAddress.all(surroundings.api(), zone.zone()).stream()
                .filter(one -> one.text("address").equals(address))
                .toList());
        confirmation.ask(surroundings, consequence(locked), address);
        release(surroundings.api().client(), locked);
        if (output.json()) {
            surroundings.output().json(locked.lock());
        } else {
            surroundings.output().line("released %s in zone %s".formatted(address, locked.zoneName()));
        }
        return 0;
    }

    /** Two regions may have the same addresses. */
    private LockedAddress only(List<LockedAddress> found) {
        if (found.isEmpty()) {
            throw new ProblemException(
                    "The address " + address + " is not locked", "see which are: slipway address list");
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    "The address %s is locked in several zones: %s"
                            .formatted(
                                    address,
                                    found.stream().map(LockedAddress::zoneName).collect(Collectors.joining(", "))),
                    "say which: --zone NAME");
        }
        return found.getFirst();
    }

    private String consequence(LockedAddress locked) {
        return "The host %s of the cluster %s was left behind with %s (%s). If it still runs, another host gets its address."
                .formatted(locked.text("host"), locked.text("cluster"), address, locked.text("reason"));
    }

    /** One that is gone by now has been released, perhaps by a request whose answer was lost. */
    private static void release(ApiClient client, LockedAddress locked) {
        try {
            client.delete(locked.path());
        } catch (RefusedException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }
}
