package dev.slipway.cli.demo;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.instance.Home;

/** The image of container hosts. */
public final class HostImage {
    private HostImage() {}

    /** Its name; it is built unless it was before. */
    public static String build(Home home) {
        return ExternalProgram.of(home.checkout()
                        .resolve("infra/images/container-host/build")
                        .toString())
                .run()
                .strip();
    }
}
