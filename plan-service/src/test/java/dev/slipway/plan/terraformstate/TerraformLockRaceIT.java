package dev.slipway.plan.terraformstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.RunningPlanService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several runs lock and unlock the same state as fast as they can. */
class TerraformLockRaceIT extends RunningPlanService {
    private static final int RUNS = 6;
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final UUID cluster = UUID.randomUUID();
    private final AtomicInteger holders = new AtomicInteger();

    @Autowired
    TerraformLocks locks;

    @Test
    void whoeverAsksIsToldWhoHoldsTheLockAndOneDoes() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<?>>();
            for (var run = 0; run < RUNS; run++) {
                var id = "run-" + run;
                runs.add(threads.submit(() -> lockAndUnlock(id)));
            }
            for (var run : runs) {
                run.get();
            }
        }
    }

    private void lockAndUnlock(String id) {
        for (var round = 0; round < ROUNDS; round++) {
            var holder = locks.lock(cluster, new TerraformLock(id, "{}"), null).block(PATIENCE);
            assertThat(holder).isNotNull();
            if (holder.lockId().equals(id)) {
                assertThat(holders.incrementAndGet()).isOne();
                holders.decrementAndGet();
                assertThat(locks.unlock(cluster, id).block(PATIENCE)).isTrue();
            }
        }
    }
}
