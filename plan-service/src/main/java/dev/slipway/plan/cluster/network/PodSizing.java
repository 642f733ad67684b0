package dev.slipway.plan.cluster.network;

/**
 * How a pod network is cut into one part per node. A part has at least twice as many addresses as the node runs pods,
 * so that a pod's address is not given to the next pod at once.
 */
public record PodSizing(int podPrefix, int podsPerNode) {
    /** Fewest pods per node; fewer would not hold the system pods. */
    public static final int FEWEST = 8;

    /** Most pods per node that the kubelet is known to carry. */
    public static final int MOST = 512;

    /** Largest difference of prefix lengths that kube-controller-manager accepts. */
    public static final int WIDEST = 16;

    private static final int BITS = 32;

    /** Returns the prefix length of the part each node gets. */
    public int nodeMask() {
        return BITS - (BITS - Integer.numberOfLeadingZeros(2 * podsPerNode - 1));
    }

    /** Returns how many nodes the pod network serves, 0 when it is smaller than one part. */
    public int maximumNodes() {
        var bits = nodeMask() - podPrefix;
        return bits < 0 ? 0 : 1 << Math.min(bits, WIDEST);
    }

    /** Tells whether the pod network is larger than what kube-controller-manager can cut. */
    public boolean tooWide() {
        return nodeMask() - podPrefix > WIDEST;
    }
}
