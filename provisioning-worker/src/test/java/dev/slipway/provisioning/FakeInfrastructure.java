package dev.slipway.provisioning;

import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Records what is called, and fails or hangs where a test says so. */
class FakeInfrastructure implements InfrastructureActivities {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private String hangsIn = "";

    void fail(String call, RuntimeException... inTurn) {
        failures.put(call, new ArrayDeque<>(Arrays.asList(inTurn)));
    }

    void hangIn(String call) {
        hangsIn = call;
    }

    CountDownLatch hanging() {
        return hanging;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public PlanSummary plan(ProvisioningRequest request) {
        called("plan");
        return Samples.plan();
    }

    @Override
    public ProvisionedHosts apply(PlannedHosts planned) {
        called("apply +" + planned.plan().add());
        return Samples.hosts();
    }

    @Override
    public void expectAnswers(ProvisionedHosts hosts) {
        called("expectAnswers");
    }

    @Override
    public void destroy(ProvisioningRequest request) {
        called("destroy");
    }

    @Override
    public LeftBehindReport leaveBehind(ProvisioningRequest request) {
        called("leaveBehind");
        var still = new StillThere(List.of("demo-worker-1"), List.of("container slipway-demo-worker-1"), null);
        return new LeftBehindReport(request.operation().operationId(), Step.DESTROY_HOSTS, still);
    }

    private void called(String call) {
        calls.add(call);
        var verb = call.replaceAll(" .*", "");
        var failure = failures.getOrDefault(verb, new ArrayDeque<>()).poll();
        if (failure != null) {
            throw failure;
        }
        while (verb.equals(hangsIn)) {
            hanging.countDown();
            Activity.getExecutionContext().heartbeat(null);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
