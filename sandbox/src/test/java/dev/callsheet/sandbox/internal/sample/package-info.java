/** Tests of the files that stand in for results. */
@NullMarked
package dev.callsheet.sandbox.internal.sample;

import org.jspecify.annotations.NullMarked;
