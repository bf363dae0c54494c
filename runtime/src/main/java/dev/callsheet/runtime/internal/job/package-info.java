/** Executes jobs: submits them, follows them, and collects their results. */
@NullMarked
package dev.callsheet.runtime.internal.job;

import org.jspecify.annotations.NullMarked;
