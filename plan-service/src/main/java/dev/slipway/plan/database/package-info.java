/** What all tables have in common: columns that must be there, those that may be null, and times as they are kept. */
@NullMarked
package dev.slipway.plan.database;

import org.jspecify.annotations.NullMarked;
