package dev.slipway.plan.cluster.access;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives workers what they need to get in, and people their kubeconfig; nothing of it may be cached anywhere. */
@RestController
class AccessController {
    private final NodeLogins logins;
    private final HostKeys hostKeys;
    private final Kubeconfigs kubeconfigs;

    AccessController(NodeLogins logins, HostKeys hostKeys, Kubeconfigs kubeconfigs) {
        this.logins = logins;
        this.hostKeys = hostKeys;
        this.kubeconfigs = kubeconfigs;
    }

    @GetMapping("/internal/clusters/{id}/access")
    Mono<ResponseEntity<ClusterAccess>> access(@PathVariable UUID id) {
        return logins.of(id).map(found -> uncached().body(found));
    }

    @PutMapping("/internal/clusters/{id}/nodes/{node}/host-key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> pin(@PathVariable UUID id, @PathVariable String node, @Valid @RequestBody PinnedKey key) {
        return hostKeys.pin(id, node, key.hostKey());
    }

    @PutMapping("/internal/clusters/{id}/kubeconfig")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> keep(@PathVariable UUID id, @Valid @RequestBody Kubeconfig kubeconfig) {
        return kubeconfigs.keep(id, kubeconfig);
    }

    @GetMapping(path = "/api/v1/clusters/{id}/kubeconfig", produces = MediaType.APPLICATION_YAML_VALUE)
    Mono<ResponseEntity<String>> download(@PathVariable UUID id) {
        return kubeconfigs
                .open(id)
                .map(found -> uncached().contentType(MediaType.APPLICATION_YAML).body(found.kubeconfig()));
    }

    private static ResponseEntity.BodyBuilder uncached() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
