package dev.callsheet.linter.internal.taskuuid;

import dev.callsheet.linter.internal.input.StartPosition;

/**
 * Where a UUID that is used again was used first.
 *
 * @param pointer to the earlier task, from the outermost value of its document
 * @param position of its UUID's first quote, in the file
 */
public record FirstUse(String pointer, StartPosition position) {}
