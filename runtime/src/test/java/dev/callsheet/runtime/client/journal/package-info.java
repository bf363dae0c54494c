@NullMarked
package dev.callsheet.runtime.client.journal;

import org.jspecify.annotations.NullMarked;
