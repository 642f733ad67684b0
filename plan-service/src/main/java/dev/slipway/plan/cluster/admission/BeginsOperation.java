package dev.slipway.plan.cluster.admission;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The OpenAPI document of a request that begins an operation: its answers are made by code, which is not read. */
@ResponseStatus(HttpStatus.ACCEPTED)
@ApiResponse(
        responseCode = "202",
        description = "The operation has begun",
        useReturnTypeSchema = true,
        headers =
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "path of the operation to follow",
                        schema = @Schema(type = "string")))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface BeginsOperation {}
