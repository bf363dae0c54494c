/**
 * The real API's behavior where it is not documented, or changes from day to day, as options: start
 * at {@link dev.callsheet.sandbox.behavior.SandboxBehavior}. The default of each option is what was
 * observed or documented most often.
 */
@NullMarked
package dev.callsheet.sandbox.behavior;

import org.jspecify.annotations.NullMarked;
