/** Carries the API over HTTP, with the faults of the wire, and serves the media and the ledger. */
@NullMarked
package dev.callsheet.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
