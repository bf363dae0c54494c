/**
 * Wire faults for every transport: {@link dev.callsheet.sandbox.internal.fault.FaultSchedule}
 * decides which request gets which fault, {@link
 * dev.callsheet.sandbox.internal.fault.FaultPayloads} what its response holds.
 */
@NullMarked
package dev.callsheet.sandbox.internal.fault;

import org.jspecify.annotations.NullMarked;
