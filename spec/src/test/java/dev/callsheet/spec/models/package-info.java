/**
 * Holds the bundled models to what their pages state: the facts of a page stand in {@code
 * facts/<creator>/<model>.yaml}, and a spec must say all of them and nothing else.
 */
@NullMarked
package dev.callsheet.spec.models;

import org.jspecify.annotations.NullMarked;
