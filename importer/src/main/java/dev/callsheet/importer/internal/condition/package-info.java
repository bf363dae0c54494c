/** Constraints of JSON Schema as conditions on parameters. */
@NullMarked
package dev.callsheet.importer.internal.condition;

import org.jspecify.annotations.NullMarked;
