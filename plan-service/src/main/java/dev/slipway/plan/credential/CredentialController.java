package dev.slipway.plan.credential;

import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.ResourcePaths;
import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.resource.Resources;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credentials over HTTP. */
@RestController
@RequestMapping("/api/v1/credentials")
class CredentialController implements ResourcePaths<Credential, NewCredential, CredentialView> {
    private final Endpoint<Credential, NewCredential, CredentialView> endpoint;

    CredentialController(Resources<Credential> credentials, CredentialChanges changes) {
        endpoint = new Endpoint<>("credentials", credentials, changes, Views.each(CredentialView::from));
    }

    @Override
    public Endpoint<Credential, NewCredential, CredentialView> endpoint() {
        return endpoint;
    }
}
