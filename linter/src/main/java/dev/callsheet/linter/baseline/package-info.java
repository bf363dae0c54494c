/**
 * Holds back findings that are known: those of a baseline, which is written by the linter and
 * starts with all findings of a project, and suppressions, which are written by people, each with a
 * reason. An entry that holds back nothing any more is a finding itself. {@link
 * dev.callsheet.linter.baseline.FindingFilter} is the front door.
 */
@NullMarked
package dev.callsheet.linter.baseline;

import org.jspecify.annotations.NullMarked;
