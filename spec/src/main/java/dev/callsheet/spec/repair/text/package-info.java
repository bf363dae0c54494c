/**
 * Changes JSON texts and leaves every byte alone that the change is not about: {@link
 * dev.callsheet.spec.repair.text.TextTree} knows where values stand, {@link
 * dev.callsheet.spec.repair.text.TextDiff} says what to replace there.
 */
@NullMarked
package dev.callsheet.spec.repair.text;

import org.jspecify.annotations.NullMarked;
