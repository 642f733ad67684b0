package dev.slipway.cli.address;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the locked addresses. */
@Command(name = "list", description = "List the addresses that stay locked, and why.")
final class AddressList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ZoneOption zone = new ZoneOption();

    AddressList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<LockedAddress> locked = LockedAddress.all(surroundings.api(), zone.zone());
        if (output.json()) {
            surroundings.output().json(locked.stream().map(LockedAddress::lock).toList());
        } else {
            surroundings
                    .output()
                    .table(
                            List.of("ADDRESS", "ZONE", "HOST", "CLUSTER", "LOCKED", "REASON"),
                            locked.stream().map(AddressList::row).toList());
        }
        return 0;
    }

    private static List<String> row(LockedAddress locked) {
        return List.of(
                locked.text("address"),
                locked.zoneName(),
                locked.text("host"),
                locked.text("cluster"),
                locked.text("lockedAt"),
                locked.text("reason"));
    }
}
