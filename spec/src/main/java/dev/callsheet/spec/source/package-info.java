/**
 * Places in source texts: where a spec says something, where a request goes wrong. And the patterns
 * by which users name files and models.
 */
@NullMarked
package dev.callsheet.spec.source;

import org.jspecify.annotations.NullMarked;
