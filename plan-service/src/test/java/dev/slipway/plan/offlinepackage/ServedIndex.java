package dev.slipway.plan.offlinepackage;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The index of what a package serves. */
final class ServedIndex {
    static final String IMAGE = "kube-proxy";
    static final String TAG = "v1.37.2";
    static final String MANIFEST = "/v2/" + IMAGE + "/manifests/" + TAG;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServedIndex() {}

    /** Returns the index of this content by its paths. */
    static byte[] of(Map<String, byte[]> content, String keyId) {
        return JSON.writeValueAsBytes(Map.ofEntries(
                Map.entry("schema", 1),
                Map.entry("name", "kubernetes-1.37.2"),
                Map.entry("kubernetesVersion", "1.37.2"),
                Map.entry("architecture", "amd64"),
                Map.entry("createdAt", "2026-11-23T00:00:00Z"),
                Map.entry("recipeSha256", sha256(content.get("/recipe.yaml"))),
                Map.entry("keyId", keyId),
                Map.entry(
                        "components",
                        List.of(component("kubernetes", "1.37.2"), component("host-packages", "bookworm"))),
                Map.entry("files", files(content)),
                Map.entry("images", List.of(image(content.get(MANIFEST))))));
    }

    private static Map<String, Object> component(String name, String version) {
        return Map.of("name", name, "version", version, "licence", "Apache-2.0", "source", "k8s.io/kubernetes@v1.37.2");
    }

    private static List<Map<String, Object>> files(Map<String, byte[]> content) {
        return content.entrySet().stream()
                .filter(entry -> entry.getKey().matches("/(files|apt)/.*|/recipe.yaml"))
                .map(entry -> file(entry.getKey().substring(1), entry.getValue()))
                .toList();
    }

    private static Map<String, Object> file(String path, byte[] bytes) {
        return Map.of(
                "path", path,
                "kind", "BINARY",
                "component", "kubernetes",
                "version", "1",
                "licence", "Apache-2.0",
                "size", bytes.length,
                "sha256", sha256(bytes));
    }

    private static Map<String, Object> image(byte[] manifest) {
        return Map.of(
                "repository",
                IMAGE,
                "tag",
                TAG,
                "digest",
                "sha256:" + sha256(manifest),
                "size",
                1,
                "component",
                "kubernetes");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
