/** The record of an operation: its steps, their states and the journal that keeps them. */
@NullMarked
package dev.slipway.contracts.operation;

import org.jspecify.annotations.NullMarked;
