/** Names and values as they are shown in messages. */
@NullMarked
package dev.callsheet.runtime.internal.messages;

import org.jspecify.annotations.NullMarked;
