/**
 * Edits of JSON texts that leave every byte alone which the change is not about: {@link
 * dev.callsheet.linter.internal.textedit.JsonTextDiff} finds the edits that turn one value into
 * another, {@link dev.callsheet.linter.internal.textedit.TextEdit} makes them.
 */
@NullMarked
package dev.callsheet.linter.internal.textedit;

import org.jspecify.annotations.NullMarked;
