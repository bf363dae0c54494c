package dev.callsheet.generator.internal.java.stagedbuilder;

import java.util.List;

/**
 * One way to give what is asked for: the parameters of a method.
 *
 * @param name of the method
 */
record SetterOverload(String name, List<SetterParameter> parameters) {}
