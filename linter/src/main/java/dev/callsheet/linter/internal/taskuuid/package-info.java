/**
 * Finds tasks that have the {@code taskUUID} of an earlier task of the same input. It is a pass
 * over the tasks of an input in their order, since the validation of a task knows nothing of the
 * others: {@link dev.callsheet.linter.internal.taskuuid.RepeatedTasks} has the tasks looked at
 * again whose UUID was used before, and what it found of each goes into the finding.
 */
@NullMarked
package dev.callsheet.linter.internal.taskuuid;

import org.jspecify.annotations.NullMarked;
