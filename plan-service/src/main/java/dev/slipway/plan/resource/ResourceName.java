package dev.slipway.plan.resource;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name by RFC 1123 of 40 characters at most. */
@NotNull(message = "must be given")
@Size(min = 1, max = 40, message = "must have 1 to 40 characters")
@Pattern(
        regexp = "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$",
        message = "must be of lower case letters, digits and '-', and begin and end with a letter or digit")
@Constraint(validatedBy = {})
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ResourceName {
    /** What is said when no part of the rule says more. */
    String message() default "is no valid name";

    /** Groups, as the validation standard asks for. */
    Class<?>[] groups() default {};

    /** Payload, as the validation standard asks for. */
    Class<? extends Payload>[] payload() default {};
}
