/** How patient the client is: when it tries again, and how often it asks. */
@NullMarked
package dev.callsheet.runtime.client.policy;

import org.jspecify.annotations.NullMarked;
