package dev.callsheet.generator.internal.java.checker;

/**
 * A variable that holds a value, and the one that holds what the value is part of.
 *
 * @param ownerName empty when there is none
 */
record LocalVariable(String name, String ownerName) {}
