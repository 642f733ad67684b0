package dev.slipway.plan.cluster.decision;

import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that an operation is about to hear of another decision. */
final class DecisionOnItsWay extends ProblemException {
    private static final long serialVersionUID = 1L;

    DecisionOnItsWay(OperationDecision other) {
        super(
                HttpStatus.CONFLICT,
                "decision-on-its-way",
                "Another decision is on its way",
                "%s decided to %s at %s, and the operation is about to be told; look at it again in a minute."
                        .formatted(other.requestedBy(), other.decision(), other.at()),
                List.of());
    }
}
