package dev.slipway.e2e.chaos;

import dev.slipway.e2e.platform.Victim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Kills processes of the platform while something goes on. The same seed makes the same kills after the same pauses:
 * one that was drawn stays the next one when what goes on ends before it. No process dies twice before each has died.
 */
final class Killer {
    /** The first kill comes sooner, as a deletion may be over soon. */
    private static final int HASTE = 4;

    private final Random random;
    private final Duration shortestPause;
    private final int mostAtOnce;
    private final int mostInAll;
    private final Kills kills = new Kills();
    private final Deque<Victim> deck = new ArrayDeque<>();
    private NextKill next;

    Killer(long seed, Duration shortestPause, int mostAtOnce, int mostInAll) {
        this.random = new Random(seed);
        this.shortestPause = shortestPause;
        this.mostAtOnce = mostAtOnce;
        this.mostInAll = mostInAll;
        this.next = draw();
    }

    /** Kills until the work has ended, or as often as is allowed. */
    void during(Runnable work) throws InterruptedException, ExecutionException {
        try (var killer = Executors.newVirtualThreadPerTaskExecutor()) {
            var kill = killer.submit(this::killAgainAndAgain);
            try {
                work.run();
            } finally {
                killer.shutdownNow();
            }
            kill.get();
        }
    }

    int total() {
        return kills.total();
    }

    private void killAgainAndAgain() {
        var end = Math.min(kills.total() + mostAtOnce, mostInAll);
        var haste = HASTE;
        try {
            while (kills.total() < end) {
                Thread.sleep(next.pause().dividedBy(haste));
                haste = 1;
                if (next.victim().kill()) {
                    kills.count(next.victim().name());
                    System.out.printf("chaos: killed %s, %d in all%n", next.victim(), kills.total());
                }
                next = draw();
            }
        } catch (InterruptedException workEnded) {
            Thread.currentThread().interrupt();
        }
    }

    private NextKill draw() {
        if (deck.isEmpty()) {
            var victims = Arrays.asList(Victim.values());
            Collections.shuffle(victims, random);
            deck.addAll(victims);
        }
        var pause = shortestPause.plusMillis(random.nextLong(shortestPause.toMillis()));
        return new NextKill(pause, deck.remove());
    }

    @Override
    public String toString() {
        return kills.toString();
    }

    private record NextKill(Duration pause, Victim victim) {}
}
