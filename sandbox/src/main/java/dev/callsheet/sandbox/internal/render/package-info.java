/**
 * What becomes of an accepted task: its results, what they cost, when each is finished. All of it
 * is decided when the task is accepted, so that its state is a function of the time alone. Start at
 * {@link dev.callsheet.sandbox.internal.render.FakeRenderer}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.render;

import org.jspecify.annotations.NullMarked;
