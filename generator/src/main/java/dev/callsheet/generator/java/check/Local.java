package dev.callsheet.generator.java.check;

/**
 * A variable that holds a value, and the one that holds what the value is part of.
 *
 * @param owner empty when there is none
 */
record Local(String name, String owner) {}
