/**
 * Mishaps on the wire, whatever the wire is: which of them strikes next, and what there is to read
 * then. {@link dev.callsheet.sandbox.internal.fault.FaultSchedule} is the front door.
 */
@NullMarked
package dev.callsheet.sandbox.internal.fault;

import org.jspecify.annotations.NullMarked;
