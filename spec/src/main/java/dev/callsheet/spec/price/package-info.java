/** What a request will cost, before it is sent. */
@NullMarked
package dev.callsheet.spec.price;

import org.jspecify.annotations.NullMarked;
