/**
 * The API itself, whatever carries it: a list of tasks comes in, an envelope of data and errors
 * goes out. {@link dev.callsheet.sandbox.api.Api} is the front door.
 */
@NullMarked
package dev.callsheet.sandbox.api;

import org.jspecify.annotations.NullMarked;
