/**
 * What was submitted to the sandbox, charged and delivered. Start at {@link
 * dev.callsheet.sandbox.ledger.Ledger}.
 */
@NullMarked
package dev.callsheet.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
