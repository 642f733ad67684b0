package dev.slipway.plan.host.registration;

import dev.slipway.plan.credential.Credential;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What has to be true of a host: it can be reached, it is not the platform, and there is a way to log in. */
@Component
class HostRules {
    private final RequestRules rules;
    private final Resources<Credential> credentials;
    private final Resources<Host> hosts;
    private final AddressBook addresses;

    HostRules(RequestRules rules, Resources<Credential> credentials, Resources<Host> hosts, AddressBook addresses) {
        this.rules = rules;
        this.credentials = credentials;
        this.hosts = hosts;
        this.addresses = addresses;
    }

    /** Returns the credential to use, or fails with everything that is wrong. */
    Mono<Credential> check(NewHost asked, @Nullable Host present) {
        var findings = rules.check(asked);
        return addressRules(asked, present, findings)
                .then(Mono.defer(() -> credential(asked, findings)))
                .switchIfEmpty(Mono.fromRunnable(findings::orThrow))
                .doOnNext(found -> findings.orThrow());
    }

    private Mono<Void> addressRules(NewHost asked, @Nullable Host present, Findings findings) {
        var address = Ipv4.parse(asked.address());
        if (address.isEmpty() || !address.get().isReachable()) {
            if (findings.clean("address")) {
                findings.add("address", "must be an IPv4 address at which the host can be reached");
            }
            return Mono.empty();
        }
        return addresses
                .uses()
                .doOnNext(uses -> conflicts(address.get(), uses, findings))
                .thenMany(hosts.with("address", asked.address()))
                .filter(other -> other.port() == asked.portOrUsual())
                .filter(other -> present == null || !other.id().equals(present.id()))
                .doOnNext(other -> findings.add(
                        "address",
                        "is that of host " + other.name() + " already; give another address or port, or use that host"))
                .then();
    }

    private static void conflicts(Ipv4 address, List<AddressUse> uses, Findings findings) {
        uses.stream()
                .filter(use ->
                        use.kind() != AddressUse.Kind.HOST && use.address().equals(address))
                .findFirst()
                .ifPresent(use ->
                        findings.add("address", "is that of " + use.user() + "; give the address of another machine"));
    }

    private Mono<Credential> credential(NewHost asked, Findings findings) {
        if (!findings.clean("credential")) {
            return Mono.empty();
        }
        return credentials
                .named(asked.credential())
                .switchIfEmpty(Mono.fromRunnable(() -> findings.add(
                        "credential",
                        "there is no credential named " + asked.credential()
                                + "; register it first, or name another")));
    }
}
