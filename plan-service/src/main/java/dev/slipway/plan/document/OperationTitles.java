package dev.slipway.plan.document;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Names the operations of the document that are no kind's own, as clients call them, and files all by collection. */
@Component
final class OperationTitles implements OpenApiCustomizer {
    private static final String ROOT = "/api/v1/";
    private static final Map<String, Title> TITLES = Map.ofEntries(
            entry("GET clusters", new Title("listClusters", "List clusters, newest first")),
            entry("POST clusters", new Title("createCluster", "Begin to create a cluster")),
            entry("GET clusters/{id}", new Title("readCluster", "Show a cluster")),
            entry("PUT clusters/{id}", new Title("changeCluster", "Change what is noted of a cluster")),
            entry("DELETE clusters/{id}", new Title("deleteCluster", "Begin to delete a cluster")),
            entry("GET clusters/{id}/kubeconfig", new Title("downloadKubeconfig", "Get the kubeconfig of a cluster")),
            entry("GET operations", new Title("listOperations", "List operations, newest first")),
            entry("GET operations/{id}", new Title("readOperation", "Show an operation")),
            entry("GET operations/{id}/steps", new Title("listSteps", "List the steps of an operation")),
            entry("GET operations/{id}/log", new Title("readLog", "Read the log of an operation")),
            entry("GET operations/{id}/events", new Title("followOperation", "Follow steps and log as they come")),
            entry("GET operations/{id}/record", new Title("exportRecord", "Get all that is known of an operation")),
            entry("GET operations/{id}/rollback", new Title("previewRollback", "Show what a roll back would undo")),
            entry("GET operations/{id}/decisions", new Title("listDecisions", "List who decided what")),
            entry("POST operations/{id}/decisions", new Title("decideOperation", "Decide how it goes on")),
            entry("POST operations/{id}/cancel", new Title("cancelOperation", "End an operation")),
            entry("POST operations/{id}/pause", new Title("pauseOperation", "Pause after the present step")),
            entry("POST operations/{id}/resume", new Title("resumeOperation", "Go on after a pause")),
            entry("GET packages", new Title("listPackages", "List offline packages, newest first")),
            entry("GET packages/{id}", new Title("readPackage", "Show an offline package")),
            entry("POST packages", new Title("registerPackage", "Register an offline package and check it")),
            entry("PUT packages/{id}", new Title("movePackage", "Change where an offline package is")),
            entry("POST packages/{id}/check", new Title("checkPackage", "Check an offline package again")),
            entry("DELETE packages/{id}", new Title("deletePackage", "Delete an offline package")),
            entry(
                    "GET zones/{zone}/locked-addresses",
                    new Title("listLockedAddresses", "List addresses of hosts left behind")),
            entry("DELETE zones/{zone}/locked-addresses/{id}", new Title("releaseAddress", "Release a locked address")),
            entry("POST secrets/rotation", new Title("rotateSecrets", "Seal all secrets with a new key")));

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach(OperationTitles::entitle);
    }

    private static void entitle(String path, PathItem item) {
        var place = path.replace(ROOT, "");
        item.readOperationsMap().forEach((method, operation) -> {
            operation.setTags(List.of(place.split("/", 2)[0]));
            var title = TITLES.get(method + " " + place);
            if (title != null) {
                title.on(operation);
            }
        });
    }

    private record Title(String name, String summary) {
        void on(Operation operation) {
            operation.setOperationId(name);
            operation.setSummary(summary);
        }
    }
}
