/**
 * What stands in for what a model would have rendered: files that show the prompt, the model, the
 * seed and a running clock, made anew each time they are asked for. Start at {@link
 * dev.callsheet.sandbox.internal.sample.SampleMedia}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.sample;

import org.jspecify.annotations.NullMarked;
