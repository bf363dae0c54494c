/**
 * Finds out how a broken request could be mended: the smallest edits after which one finding is
 * gone and no error is new, as RFC 6902 patches, as edits of the text, and in words. {@link
 * dev.callsheet.linter.repair.FixSuggestions} is the front door, {@link
 * dev.callsheet.linter.internal.repair.RepairSearch} the engine: it tries edits on what a broken
 * rule speaks of, and lets the linter's own validator decide.
 */
@NullMarked
package dev.callsheet.linter.internal.repair;

import org.jspecify.annotations.NullMarked;
