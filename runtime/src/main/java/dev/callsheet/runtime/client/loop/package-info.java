/**
 * The client's one line of steps: {@link dev.callsheet.runtime.client.loop.Loop} says what can be
 * counted on, {@link dev.callsheet.runtime.client.loop.LoopThread} does it in real time. For the
 * client's own use.
 */
@NullMarked
package dev.callsheet.runtime.client.loop;

import org.jspecify.annotations.NullMarked;
