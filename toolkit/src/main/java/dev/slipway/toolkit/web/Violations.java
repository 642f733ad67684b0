package dev.slipway.toolkit.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads broken rules out of the framework's exceptions. */
final class Violations {
    private Violations() {}

    static List<Violation> of(WebExchangeBindException failure) {
        return failure.getAllErrors().stream().map(Violations::of).toList();
    }

    static List<Violation> of(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .flatMap(Violations::of)
                .toList();
    }

    /** A body that cannot be read names the field, when the reader came as far as a field. */
    static List<Violation> of(ServerWebInputException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst()
                .map(Violations::unreadable)
                .orElseGet(() -> unconvertible(failure));
    }

    private static Stream<Violation> of(ParameterValidationResult result) {
        if (result instanceof Errors errors) {
            return errors.getAllErrors().stream().map(Violations::of);
        }
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream()
                .map(error -> new Violation(name, Objects.requireNonNullElse(error.getDefaultMessage(), "is invalid")));
    }

    private static Violation of(ObjectError error) {
        var field = error instanceof FieldError fieldError ? fieldError.getField() : error.getObjectName();
        return new Violation(field, Objects.requireNonNullElse(error.getDefaultMessage(), "is invalid"));
    }

    private static List<Violation> unreadable(JacksonException failure) {
        var path = failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        var field = path.startsWith(".") ? path.substring(1) : path;
        return List.of(new Violation(field.isEmpty() ? "body" : field, expected(failure)));
    }

    private static String expected(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "is not known here; the fields are " + unknown.getKnownPropertyIds();
            case MismatchedInputException mismatch -> Expectation.of(mismatch.getTargetType());
            default -> "is not readable as JSON; see whether quotes, commas and brackets match";
        };
    }

    private static List<Violation> unconvertible(ServerWebInputException failure) {
        var parameter = failure.getMethodParameter();
        if (parameter == null) {
            var reason = Objects.requireNonNullElse(failure.getReason(), "is not readable as what is expected here");
            return List.of(new Violation("request", reason));
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return List.of(new Violation("body", "must be given, as JSON"));
        }
        var name = Objects.requireNonNullElse(parameter.getParameterName(), "parameter");
        return List.of(new Violation(name, Expectation.of(parameter.getParameterType())));
    }
}
