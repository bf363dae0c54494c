package dev.callsheet.generator.java.entry;

import java.util.List;

/**
 * One way to give what is asked for: the parameters of a method.
 *
 * @param name of the method
 */
record Offer(String name, List<Slot> slots) {}
