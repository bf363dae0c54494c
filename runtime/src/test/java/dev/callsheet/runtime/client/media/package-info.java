@NullMarked
package dev.callsheet.runtime.client.media;

import org.jspecify.annotations.NullMarked;
