package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.docker.DockerImages;
import dev.slipway.cli.docker.TemporaryContainer;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.build.PackageRecord;
import dev.slipway.cli.offlinepackage.build.PackageRecords;
import dev.slipway.cli.offlinepackage.verify.CheckResult;
import dev.slipway.cli.offlinepackage.verify.CheckResult.Check;
import dev.slipway.cli.offlinepackage.verify.CheckResult.Outcome;
import dev.slipway.cli.offlinepackage.verify.PackageVerification;
import dev.slipway.cli.offlinepackage.verify.TrustedKeys;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.progress.Progress;
import dev.slipway.cli.waiting.Waiting;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verifies a package, running or as an image. */
@Command(
        name = "verify",
        description = "Verifies a package: signature, recipe, and every byte of its files and images.")
final class PackageVerifyCommand implements Callable<Integer> {
    private static final Waiting START = Waiting.upTo(Duration.ofSeconds(30));

    private final PackageFolders folders;
    private final String network;
    private final PrintStream output;
    private final PrintStream progress;
    private final Clock clock;

    @Parameters(
            paramLabel = "PACKAGE",
            description = "The address of a running package (http://...), a Kubernetes version, or an image.")
    private String target = "";

    @Mixin
    private OutputOption format = new OutputOption();

    PackageVerifyCommand(
            PackageFolders folders, String network, PrintStream output, PrintStream progress, Clock clock) {
        this.folders = folders;
        this.network = network;
        this.output = output;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<CheckResult> results = new Progress(progress, clock, 1)
                .step(
                        "Verifying " + target,
                        detail -> target.startsWith("http") ? verify(target, detail) : verifyImage(detail));
        Output answer = new Output(output);
        if (format.json()) {
            answer.json(results);
        } else {
            results.forEach(result -> lines(result).forEach(answer::line));
        }
        return results.stream().allMatch(result -> result.outcome() == Outcome.PASSED) ? 0 : 1;
    }

    private List<CheckResult> verifyImage(Detail detail) {
        String image = target.matches("[0-9.]+") ? built() : target;
        try (TemporaryContainer container = TemporaryContainer.start(new DockerImages(), network + "-verify", image)) {
            String address = container.address();
            return START.answer(
                    () -> Optional.of(verify(address, detail)).filter(PackageVerifyCommand::isReachable),
                    () -> new ProblemException("The package of image " + image + " does not answer"));
        }
    }

    private String built() {
        return PackageRecords.in(folders).list().stream()
                .filter(known -> known.kubernetesVersion().equals(target))
                .map(PackageRecord::image)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        "There is no package of Kubernetes " + target + " yet",
                        "build it: slipway package build " + target));
    }

    private static boolean isReachable(List<CheckResult> results) {
        return results.stream()
                .anyMatch(result -> result.check() == Check.REACHABLE && result.outcome() == Outcome.PASSED);
    }

    private List<CheckResult> verify(String address, Detail detail) {
        return new PackageVerification(URI.create(address), new TrustedKeys(folders.trustedKeys()), detail).run();
    }

    private static List<String> lines(CheckResult result) {
        List<String> lines = new ArrayList<>();
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        lines.add("%-10s %-8s %s".formatted(result.check(), outcome, result.message()));
        result.problems().stream().skip(1).forEach(problem -> lines.add(" ".repeat(20) + problem));
        return lines;
    }
}
