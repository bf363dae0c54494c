/** What is set aside and spent. */
@NullMarked
package dev.callsheet.runtime.client.money;

import org.jspecify.annotations.NullMarked;
