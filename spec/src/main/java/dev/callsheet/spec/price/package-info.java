/**
 * Estimates what a request will cost, before it is sent. {@link
 * dev.callsheet.spec.price.PriceEstimator} is the front door.
 */
@NullMarked
package dev.callsheet.spec.price;

import org.jspecify.annotations.NullMarked;
