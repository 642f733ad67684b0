package dev.slipway.contracts.provisioning;

import dev.slipway.contracts.operation.OperationReference;
import java.util.List;

/**
 * Asks for hosts: the whole set that shall exist for the cluster afterwards.
 *
 * @param sshPublicKey authorised on every host, OpenSSH form
 * @param packageUrl offline package that also brings the Terraform providers
 * @param packageIndexSha256 digest of the package's verified index
 */
public record ProvisioningRequest(
        OperationReference operation,
        RegionTarget region,
        List<HostRequest> hosts,
        String sshPublicKey,
        String packageUrl,
        String packageIndexSha256) {}
