/**
 * Changes JSON texts and leaves every byte alone that the change is not about: {@link
 * dev.callsheet.linter.internal.textedit.PositionedJson} knows where values stand, {@link
 * dev.callsheet.linter.internal.textedit.JsonTextDiff} says what to replace there.
 */
@NullMarked
package dev.callsheet.linter.internal.textedit;

import org.jspecify.annotations.NullMarked;
