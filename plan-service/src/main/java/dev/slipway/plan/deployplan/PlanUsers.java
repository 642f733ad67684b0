package dev.slipway.plan.deployplan;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** Those for whom hosts are made from deploy plans; each such kind provides one as bean. */
public interface PlanUsers {
    /** Returns the names of those that an operation is working on, with the plan with this id. */
    Flux<String> atWork(UUID plan);
}
