/**
 * What git says of files: which it ignores and which it tracks, and how they are named from the
 * root of their repository.
 */
@NullMarked
package dev.callsheet.linter.internal.git;

import org.jspecify.annotations.NullMarked;
