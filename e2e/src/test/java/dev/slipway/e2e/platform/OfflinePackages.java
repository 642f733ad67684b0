package dev.slipway.e2e.platform;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The offline packages that the tests need beside the demo's. */
public final class OfflinePackages {
    private static final Pattern IMAGE = Pattern.compile("slipway/package-kubernetes:[\\w.-]+");

    private OfflinePackages() {}

    /** Builds (or finds) the package, runs it at the address, registers it and waits until it is verified. */
    public static void online(String version, String name, String address) {
        var image = images(Platform.succeeds(Duration.ofMinutes(70), "package", "build", version))
                .getFirst();
        Program.ok(List.of(
                "docker", "run", "--detach", "--name", name, "--network", Platform.NETWORK, "--ip", address, image));
        var api = new Api();
        var id = api.made("/packages", "{\"url\": \"http://" + address + ":8080\"}")
                .path("id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var state = api.get("/packages/" + id).path("state").asString();
                    if (!List.of("VERIFYING", "ONLINE").contains(state)) {
                        throw new AssertionError(api.get("/packages/" + id).toPrettyString());
                    }
                    return state.equals("ONLINE");
                });
    }

    /** The images of packages that a command names. */
    public static List<String> images(String output) {
        return IMAGE.matcher(output).results().map(MatchResult::group).toList();
    }

    /** The full name of an image of the package. */
    public static String image(String version, String repository) {
        var packages = new Api().get("/packages").path("items").valueStream();
        var url = packages.filter(p -> p.path("kubernetesVersion").asString().equals(version))
                .findFirst()
                .orElseThrow()
                .path("url")
                .asString();
        JsonNode index = Api.JSON.readTree(Program.ok(List.of("curl", "--silent", "--fail", url + "/index.json")));
        var tag = index.path("images")
                .valueStream()
                .filter(image -> image.path("repository").asString().equals(repository))
                .findFirst()
                .orElseThrow()
                .path("tag")
                .asString();
        return "packages.slipway.dev/" + repository + ":" + tag;
    }
}
