/**
 * What the platform says of a model's test requests, compared with what the spec says: requests are
 * sent as dry runs, one after the other, and nothing goes where that could cost.
 */
@NullMarked
package dev.callsheet.cli.verify;

import org.jspecify.annotations.NullMarked;
