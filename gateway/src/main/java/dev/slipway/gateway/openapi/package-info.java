/** Where the OpenAPI documents of all services are. */
@NullMarked
package dev.slipway.gateway.openapi;

import org.jspecify.annotations.NullMarked;
