package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.ResourcePaths;
import dev.slipway.plan.resource.Resources;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deploy plans over HTTP. */
@RestController
@RequestMapping("/api/v1/deploy-plans")
class DeployPlanController implements ResourcePaths<DeployPlan, NewDeployPlan, DeployPlanView> {
    private final Endpoint<DeployPlan, NewDeployPlan, DeployPlanView> endpoint;

    DeployPlanController(Resources<DeployPlan> plans, DeployPlanChanges changes, DeployPlanViews views) {
        endpoint = new Endpoint<>("deploy-plans", plans, changes, views);
    }

    @Override
    public Endpoint<DeployPlan, NewDeployPlan, DeployPlanView> endpoint() {
        return endpoint;
    }
}
