/**
 * What is not known of the real API's behaviour, or changes from day to day, as settings: {@link
 * dev.callsheet.sandbox.behavior.SandboxBehavior} is the front door. The default of each is what
 * was seen or documented most often.
 */
@NullMarked
package dev.callsheet.sandbox.behavior;

import org.jspecify.annotations.NullMarked;
