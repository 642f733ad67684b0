package dev.slipway.plan.terraformstate;

import dev.slipway.toolkit.web.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Speaks the protocol of Terraform's http backend; security lets a token in for its own cluster's state only. */
@RestController
@RequestMapping("/internal/clusters/{clusterId}/terraform-state")
class TerraformStateController {
    private final TerraformStates states;
    private final TerraformLocks locks;
    private final TerraformTurns turns;

    TerraformStateController(TerraformStates states, TerraformLocks locks, TerraformTurns turns) {
        this.states = states;
        this.locks = locks;
        this.turns = turns;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> read(@PathVariable UUID clusterId) {
        return states.read(clusterId)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    @PostMapping
    Mono<Void> store(
            @PathVariable UUID clusterId,
            @RequestParam(name = "ID", required = false) @Nullable String lockId,
            @RequestHeader(name = "Content-MD5", required = false) @Nullable String md5,
            @RequestBody byte[] state) {
        requireDigest(md5, state);
        return states.store(clusterId, lockId, state);
    }

    @DeleteMapping
    Mono<Void> delete(
            @PathVariable UUID clusterId, @RequestParam(name = "ID", required = false) @Nullable String lockId) {
        return states.delete(clusterId, lockId);
    }

    /** Tells who holds the lock, without touching it. */
    @GetMapping(path = "/lock", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> holder(@PathVariable UUID clusterId) {
        return locks.holder(clusterId)
                .map(holder -> ResponseEntity.ok(holder.info()))
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    /**
     * Terraform shows the information of who holds the lock, which is therefore the whole answer. The worker says in
     * the address for which try of a step it asks: the lock of an earlier one is taken over.
     */
    @PostMapping(path = "/lock", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> lock(
            @PathVariable UUID clusterId,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @Nullable Integer attempt,
            @RequestBody String info) {
        var wanted = LockRequest.parse(info, holder);
        return turns.lock(clusterId, wanted, Turn.of(run, attempt))
                .map(locked -> ResponseEntity.status(
                                locked.lockId().equals(wanted.lockId()) ? HttpStatus.OK : HttpStatus.LOCKED)
                        .body(locked.info()));
    }

    /** Without a body it is Terraform's force-unlock, which sends none; an id alone may come as parameter. */
    @DeleteMapping("/lock")
    @ResponseStatus(HttpStatus.OK)
    Mono<Void> unlock(
            @PathVariable UUID clusterId,
            @RequestParam(name = "ID", required = false) @Nullable String lockId,
            @RequestBody(required = false) @Nullable String info) {
        if (lockId == null && (info == null || info.isBlank())) {
            return locks.forget(clusterId);
        }
        var id = lockId == null ? LockRequest.parse(String.valueOf(info)).lockId() : lockId;
        return locks.unlock(clusterId, id)
                .filter(unlocked -> unlocked)
                .switchIfEmpty(Mono.defer(() -> refuseOtherHolder(clusterId)))
                .then();
    }

    /** To unlock what is not locked is fine: the answer to the first request may have been lost. */
    private Mono<Boolean> refuseOtherHolder(UUID clusterId) {
        return locks.holder(clusterId)
                .flatMap(holder -> Mono.error(new StateLocked(
                        "The state is locked with another id, %s, and stays so; nothing is left to unlock for this run."
                                .formatted(holder.lockId()))));
    }

    private static void requireDigest(@Nullable String md5, byte[] state) {
        if (md5 != null && !md5.equals(digest(state))) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "state-damaged",
                    "State damaged",
                    "The state's bytes do not match their Content-MD5; send it again.",
                    List.of());
        }
    }

    private static String digest(byte[] state) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(state));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
