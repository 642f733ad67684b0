package dev.slipway.plan.host.registration;

import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.ResourcePaths;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.resource.Resources;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hosts over HTTP. */
@RestController
@RequestMapping("/api/v1/hosts")
class HostController implements ResourcePaths<Host, NewHost, HostView> {
    private final Endpoint<Host, NewHost, HostView> endpoint;

    HostController(Resources<Host> hosts, HostChanges changes, HostViews views) {
        endpoint = new Endpoint<>("hosts", hosts, changes, views);
    }

    @Override
    public Endpoint<Host, NewHost, HostView> endpoint() {
        return endpoint;
    }
}
