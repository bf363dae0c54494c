/**
 * Tens of thousands of requests, validated by the linter and, for the schemas that are published of
 * the same models and for those that are exported, by a JSON Schema validator of other makers.
 */
@NullMarked
package dev.callsheet.tests.differential;

import org.jspecify.annotations.NullMarked;
