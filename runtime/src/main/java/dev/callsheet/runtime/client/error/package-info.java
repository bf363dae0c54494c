/**
 * What can go wrong between a request and its results, in types: every error is a {@link
 * dev.callsheet.runtime.client.error.CallsheetException}, and every error that the server reported
 * keeps the server's own words in an {@link dev.callsheet.runtime.client.error.ApiError}.
 */
@NullMarked
package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.NullMarked;
