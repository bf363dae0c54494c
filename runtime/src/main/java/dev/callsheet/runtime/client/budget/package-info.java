/**
 * What jobs cost: limits that are kept before anything is sent, and what came of it. Amounts are in
 * US dollars, the currency that the API charges in.
 */
@NullMarked
package dev.callsheet.runtime.client.budget;

import org.jspecify.annotations.NullMarked;
