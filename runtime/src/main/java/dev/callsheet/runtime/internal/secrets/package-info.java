/**
 * Finds keys, tokens and passwords in texts that are about to be shown, in whatever encoding, and
 * covers them: {@link dev.callsheet.runtime.internal.secrets.SecretText}.
 */
@NullMarked
package dev.callsheet.runtime.internal.secrets;

import org.jspecify.annotations.NullMarked;
