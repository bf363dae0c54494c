/**
 * A server on this machine that behaves as the real API does, by the specs of a catalogue: for
 * tests and demonstrations that cost nothing. {@link dev.callsheet.sandbox.Sandbox} is the front
 * door.
 */
@NullMarked
package dev.callsheet.sandbox;

import org.jspecify.annotations.NullMarked;
