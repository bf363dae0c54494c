/** The ledger from the side of the sandbox, which writes it. */
@NullMarked
package dev.callsheet.sandbox.internal.ledger;

import org.jspecify.annotations.NullMarked;
