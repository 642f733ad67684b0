package dev.slipway.plan.endpoint;

import io.swagger.v3.oas.models.Operation;
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
            operation.setOperationId(method + kind + (method.equals("list") ? "s" : ""));
        }
        return operation;
    }
}
