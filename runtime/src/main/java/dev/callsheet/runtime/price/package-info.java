/**
 * What a request will cost, before it is sent. Generated code and the interpreter of specs both
 * fill in a {@link dev.callsheet.runtime.price.Bill}, so that they say the same of the same
 * request.
 */
@NullMarked
package dev.callsheet.runtime.price;

import org.jspecify.annotations.NullMarked;
