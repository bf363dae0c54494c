@NullMarked
package dev.callsheet.runtime.client.webhook;

import org.jspecify.annotations.NullMarked;
