/** Places in source texts: where a spec says something, where a request goes wrong. */
@NullMarked
package dev.callsheet.spec.source;

import org.jspecify.annotations.NullMarked;
