/**
 * Plays a platform from the description that its client goes by. The description says how replies
 * are read; here they are written, and each is read again before it is sent, so that it says what
 * it is to say. Start at {@link dev.callsheet.sandbox.internal.platform.PlatformService}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.platform;

import org.jspecify.annotations.NullMarked;
