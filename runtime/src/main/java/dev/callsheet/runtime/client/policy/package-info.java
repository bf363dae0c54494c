/** How often the client retries, polls, sends and reconnects, and after which delays. */
@NullMarked
package dev.callsheet.runtime.client.policy;

import org.jspecify.annotations.NullMarked;
