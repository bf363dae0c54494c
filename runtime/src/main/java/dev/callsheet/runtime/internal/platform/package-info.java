/**
 * Speaks to any platform by its description: {@link
 * dev.callsheet.runtime.protocol.PlatformProtocol}. Nothing here knows a platform by name.
 */
@NullMarked
package dev.callsheet.runtime.internal.platform;

import org.jspecify.annotations.NullMarked;
