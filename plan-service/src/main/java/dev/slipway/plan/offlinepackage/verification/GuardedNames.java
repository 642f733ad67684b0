package dev.slipway.plan.offlinepackage.verification;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Looks names up at the very moment they are used: a name may lead elsewhere by now. */
final class GuardedNames extends AddressResolverGroup<InetSocketAddress> {
    private final PackageNetworks networks;

    GuardedNames(PackageNetworks networks) {
        this.networks = networks;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor, networks).asAddressResolver();
    }

    /** Leaves out where no package may be. */
    private static final class Resolver extends InetNameResolver {
        private final PackageNetworks networks;

        Resolver(EventExecutor executor, PackageNetworks networks) {
            super(executor);
            this.networks = networks;
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
            try {
                promise.setSuccess(allowed(host).getFirst());
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
            try {
                promise.setSuccess(allowed(host));
            } catch (UnknownHostException e) {
                promise.setFailure(e);
            }
        }

        private List<InetAddress> allowed(String host) throws UnknownHostException {
            var allowed = Arrays.stream(InetAddress.getAllByName(host))
                    .filter(networks::allows)
                    .toList();
            if (allowed.isEmpty()) {
                throw new UnknownHostException(host + " leads to no address at which a package may be");
            }
            return allowed;
        }
    }
}
