/**
 * The client's one line of steps: {@link dev.callsheet.runtime.internal.loop.EventLoop} says what
 * can be counted on, {@link dev.callsheet.runtime.internal.loop.EventLoopThread} does it in real
 * time. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.internal.loop;

import org.jspecify.annotations.NullMarked;
