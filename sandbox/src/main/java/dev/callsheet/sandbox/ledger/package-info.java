/**
 * The sandbox's books: who submitted what, what was charged for it, what was handed over. {@link
 * dev.callsheet.sandbox.ledger.Ledger} is the front door.
 */
@NullMarked
package dev.callsheet.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
