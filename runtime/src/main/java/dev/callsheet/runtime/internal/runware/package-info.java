/** How Runware is spoken to over HTTP: arrays of tasks, by the UUIDs that their callers choose. */
@NullMarked
package dev.callsheet.runtime.internal.runware;

import org.jspecify.annotations.NullMarked;
