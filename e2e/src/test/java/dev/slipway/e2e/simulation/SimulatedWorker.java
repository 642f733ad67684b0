package dev.slipway.e2e.simulation;

import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.WorkflowThreads;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/**
 * A worker of both queues with the real workflows and simulated work. It has a connection of its own; its death is seen
 * from outside as that of a process: the connection breaks, and nothing more is said or done.
 */
final class SimulatedWorker {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final WorkerOptions OPTIONS = WorkflowThreads.patient(WorkerOptions.newBuilder())
            .setMaxConcurrentActivityExecutionSize(4)
            .setMaxConcurrentWorkflowTaskPollers(2)
            .setMaxConcurrentActivityTaskPollers(1)
            .setDefaultHeartbeatThrottleInterval(BEAT)
            .setMaxHeartbeatThrottleInterval(BEAT)
            .setUsingVirtualThreads(true)
            .build();

    private final ManagedChannel channel;
    private final WorkerFactory factory;
    private volatile boolean dead;

    private SimulatedWorker(Simulation simulation) {
        channel = ManagedChannelBuilder.forTarget(simulation.temporal())
                .usePlaintext()
                .build();
        var stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setChannel(channel).build());
        var client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace("slipway")
                        .setDataConverter(SlipwayDataConverter.create())
                        .build());
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .setWorkflowCacheSize(50)
                        .build());
        work(simulation, TaskQueues.PROVISIONING, simulation.provisioning());
        work(simulation, TaskQueues.INSTALLATION, simulation.installation());
    }

    /** Starts a worker; throws while Temporal does not answer. */
    static SimulatedWorker start(Simulation simulation) {
        var worker = new SimulatedWorker(simulation);
        try {
            worker.factory.start();
            return worker;
        } catch (RuntimeException e) {
            worker.channel.shutdownNow();
            throw e;
        }
    }

    private void work(Simulation simulation, String queue, List<Class<?>> workflows) {
        var worker = factory.newWorker(queue, OPTIONS);
        worker.registerWorkflowImplementationTypes(workflows.toArray(Class<?>[]::new));
        worker.registerActivitiesImplementations(new SimulatedWork(simulation, this));
    }

    /** Dies without a word. */
    void kill() {
        dead = true;
        channel.shutdownNow();
        factory.shutdownNow();
    }

    boolean isDead() {
        return dead;
    }
}
