/**
 * Brings results to disk, from wherever they came: an address, a data URI or Base64. For the
 * client's own use; callers reach it through {@code Delivery.download}.
 */
@NullMarked
package dev.callsheet.runtime.client.download;

import org.jspecify.annotations.NullMarked;
