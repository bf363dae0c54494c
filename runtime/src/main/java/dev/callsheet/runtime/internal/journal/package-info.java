/** The journal of files: one file of lines for each process, recovered after a crash. */
@NullMarked
package dev.callsheet.runtime.internal.journal;

import org.jspecify.annotations.NullMarked;
