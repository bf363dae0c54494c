@NullMarked
package dev.callsheet.runtime.internal.messages;

import org.jspecify.annotations.NullMarked;
