package dev.slipway.plan.deployplan;

import dev.slipway.plan.resource.Answers;
import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resources;
import dev.slipway.toolkit.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Deploy plans over HTTP. */
@RestController
@RequestMapping("/api/v1/deploy-plans")
class DeployPlanController {
    private final Resources<DeployPlan> deployPlans;
    private final DeployPlanChanges changes;
    private final DeployPlanViews views;

    DeployPlanController(Resources<DeployPlan> deployPlans, DeployPlanChanges changes, DeployPlanViews views) {
        this.deployPlans = deployPlans;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    Mono<Page<DeployPlanView>> listDeployPlans(@ParameterObject ListQuery query) {
        return deployPlans
                .page(query)
                .flatMap(page -> views.of(page.items()).map(shown -> new Page<>(shown, page.next())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<DeployPlanView>> readDeployPlan(@PathVariable UUID id) {
        return deployPlans.get(id).flatMap(this::view).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<DeployPlanView>> createDeployPlan(@RequestBody NewDeployPlan asked) {
        return changes.register(asked).flatMap(this::view).map(view -> Answers.created("deploy-plans", view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<DeployPlanView>> changeDeployPlan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewDeployPlan asked) {
        return deployPlans
                .get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(present -> changes.change(present, asked))
                .flatMap(this::view)
                .map(Answers::ok);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteDeployPlan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return deployPlans
                .get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(changes::remove);
    }

    private Mono<DeployPlanView> view(DeployPlan shown) {
        return views.of(List.of(shown)).map(List::getFirst);
    }
}
