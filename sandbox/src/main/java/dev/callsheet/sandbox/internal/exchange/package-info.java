/** What was sent to the sandbox and what it replied, as far as it is kept for people to read. */
@NullMarked
package dev.callsheet.sandbox.internal.exchange;

import org.jspecify.annotations.NullMarked;
