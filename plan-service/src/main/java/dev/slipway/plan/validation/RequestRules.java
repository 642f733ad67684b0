package dev.slipway.plan.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Checks the rules that stand on the fields of a request, as a start for the rules that need more knowledge. */
@Component
public final class RequestRules {
    private final Validator validator;

    /** Checks with this validator. */
    public RequestRules(Validator validator) {
        this.validator = validator;
    }

    /** Returns the findings about the fields, to be completed. */
    public Findings check(Object request) {
        var findings = new Findings();
        validator.validate(request).stream()
                .sorted(Comparator.comparing((ConstraintViolation<Object> broken) ->
                                broken.getPropertyPath().toString())
                        .thenComparing(ConstraintViolation::getMessage))
                .forEach(broken -> findings.add(broken.getPropertyPath().toString(), broken.getMessage()));
        return findings;
    }
}
