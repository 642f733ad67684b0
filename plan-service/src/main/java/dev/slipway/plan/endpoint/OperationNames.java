package dev.slipway.plan.endpoint;

import io.swagger.v3.oas.models.Operation;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Names the operations of the OpenAPI document by kind, as "readHost": all kinds share their methods. */
@Component
final class OperationNames implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (ResourcePaths.class.isAssignableFrom(handler.getBeanType())) {
            var kind = handler.getBeanType().getSimpleName().replace("Controller", "");
            var method = handler.getMethod().getName();
            var many = method.equals("list");
            operation.setOperationId(method + kind + (many ? "s" : ""));
            operation.setSummary(summary(method, words(kind), many));
        }
        return operation;
    }

    private static String summary(String method, String kind, boolean many) {
        var verb = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        return many ? "%s %ss, newest first".formatted(verb, kind) : "%s a %s".formatted(verb, kind);
    }

    private static String words(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
