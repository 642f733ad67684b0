/** What people see of clusters, and what they change without an operation. */
@NullMarked
package dev.slipway.plan.cluster.catalog;

import org.jspecify.annotations.NullMarked;
