package dev.slipway.plan.document;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes once for all operations what no controller says: the token they need, and the problem they may answer. */
@Component
final class SharedParts implements OpenApiCustomizer {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "#/components/schemas/" + Problem.class.getSimpleName();

    @Override
    public void customise(OpenAPI document) {
        var problem = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class));
        problem.referencedSchemas.forEach(document.getComponents()::addSchemas);
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("A token that POST /api/v1/tokens of the gateway made"));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(SharedParts::complete);
    }

    private static void complete(Operation operation) {
        operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, refusal());
    }

    private static ApiResponse refusal() {
        var content = new Content()
                .addMediaType(APPLICATION_PROBLEM_JSON_VALUE, new MediaType().schema(new Schema<>().$ref(PROBLEM)));
        return new ApiResponse()
                .description("The request is refused or failed; the problem says why")
                .content(content);
    }
}
