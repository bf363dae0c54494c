/** Conditions as named rules of the spec language. */
@NullMarked
package dev.callsheet.importer.internal.rule;

import org.jspecify.annotations.NullMarked;
