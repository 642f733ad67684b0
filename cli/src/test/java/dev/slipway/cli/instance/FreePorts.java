package dev.slipway.cli.instance;

import dev.slipway.toolkit.port.FreePort;
import java.util.stream.IntStream;

/** Ports that nothing listens on. */
public final class FreePorts {
    private FreePorts() {}

    /** The first that are all free, from a number below those that the system gives away by itself. */
    public static Ports from(int lowest) {
        return IntStream.iterate(lowest, base -> base + 500)
                .mapToObj(Ports::new)
                .filter(found -> found.all().keySet().stream().allMatch(FreePort::isFree))
                .findFirst()
                .orElseThrow();
    }
}
