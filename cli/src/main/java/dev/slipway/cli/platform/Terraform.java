package dev.slipway.cli.platform;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.external.MissingProgramException;
import dev.slipway.cli.platform.programs.PlatformPrograms;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terraform: the machine's own when it is new enough, else one that is built.
 *
 * @param machinesOwn the machine's own program
 * @param programs what builds another
 * @param folder where that is linked to
 */
record Terraform(String machinesOwn, PlatformPrograms programs, Path folder) {
    private static final Pattern VERSION = Pattern.compile("\"terraform_version\":\\s*\"(\\d+)\\.(\\d+)");
    private static final int OLDEST_MINOR = 11;

    void ensure() {
        if (!present()) {
            programs.link("terraform", folder);
        }
    }

    private boolean present() {
        try {
            return fits(ExternalProgram.of(machinesOwn, "version", "-json").run());
        } catch (MissingProgramException | ExternalProgramFailedException e) {
            return false;
        }
    }

    private static boolean fits(String versions) {
        Matcher matcher = VERSION.matcher(versions);
        return matcher.find()
                && Integer.parseInt(matcher.group(1)) == 1
                && Integer.parseInt(matcher.group(2)) >= OLDEST_MINOR;
    }
}
