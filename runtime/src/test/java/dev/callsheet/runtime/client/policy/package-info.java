/** How waits grow. */
@NullMarked
package dev.callsheet.runtime.client.policy;

import org.jspecify.annotations.NullMarked;
