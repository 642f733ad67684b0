package dev.slipway.contracts.operation;

/**
 * One resource Terraform will touch: its address in the configuration and the action (create, update, delete, replace).
 */
public record ResourceChange(String address, String action) {}
