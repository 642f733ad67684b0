/** What happens to a request on its way to a service, and to an answer that does not come. */
@NullMarked
package dev.slipway.gateway.route;

import org.jspecify.annotations.NullMarked;
