package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.internal.json.PositionedJson;
import org.jspecify.annotations.Nullable;

/**
 * A task in which something was found.
 *
 * @param pointer to it from the file's outermost value
 * @param model the id of its model; null when that is not known
 * @param tree itself
 */
record LintedTask(String pointer, @Nullable String model, PositionedJson tree) {}
