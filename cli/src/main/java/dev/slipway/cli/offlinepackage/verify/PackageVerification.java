package dev.slipway.cli.offlinepackage.verify;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.verify.CheckResult.Check;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Checks a running package from its signature down to the last byte of every file and image. */
public final class PackageVerification {
    private final ServedPackage source;
    private final TrustedKeys trusted;
    private final Detail detail;

    /** A verification of the package at that address, which tells how far it is. */
    public PackageVerification(URI address, TrustedKeys trusted, Detail detail) {
        this.source = new ServedPackage(address);
        this.trusted = trusted;
        this.detail = detail;
    }

    /** Runs every check; those that have nothing to go on are skipped. */
    public List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        try {
            byte[] bytes = source.bytes("index.json");
            PackageIndex index = PackageIndex.parse(bytes);
            results.add(CheckResult.of(Check.REACHABLE, index.name() + " answers", List.of()));
            results.add(checked(
                    Check.SIGNATURE,
                    "signed with the trusted key " + index.keyId(),
                    () -> new SignatureCheck(source, trusted).problems(bytes, index.keyId())));
            results.addAll(recipe(index));
            ContentCheck content = new ContentCheck(source, detail);
            results.add(
                    checked(Check.FILES, index.files().size() + " files are unchanged", () -> content.files(index)));
            results.add(checked(
                    Check.IMAGES, index.images().size() + " images are unchanged", () -> content.images(index)));
        } catch (IOException | JacksonException e) {
            results.add(CheckResult.of(Check.REACHABLE, "", List.of("The index cannot be read: " + e.getMessage())));
            Arrays.stream(Check.values())
                    .skip(1)
                    .forEach(check -> results.add(CheckResult.skipped(check, "There is no index to go by")));
        }
        return results;
    }

    private List<CheckResult> recipe(PackageIndex index) {
        CheckResult recipe = checked(
                Check.RECIPE,
                "the recipe is the index's",
                () -> Sha256.of(source.bytes("recipe.yaml")).equals(index.recipeSha256())
                        ? List.of()
                        : List.of("recipe.yaml was changed: its checksum is not the index's"));
        CheckResult complete = checked(
                Check.COMPLETE,
                "everything the recipe names is there",
                () -> new Completeness(Recipes.parse(source.bytes("recipe.yaml")), index).problems());
        return List.of(recipe, complete);
    }

    private static CheckResult checked(Check check, String passed, Problems problems) {
        try {
            return CheckResult.of(check, passed, problems.find());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return CheckResult.of(check, passed, List.of("Cannot be checked: " + e.getMessage()));
        }
    }

    /** Finds what is wrong. */
    @FunctionalInterface
    private interface Problems {
        List<String> find() throws IOException;
    }
}
