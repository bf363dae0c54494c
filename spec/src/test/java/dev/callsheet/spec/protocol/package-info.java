/**
 * The client, speaking by the bundled descriptions, against small servers that were written from
 * the platforms' documentation and clients.
 */
@NullMarked
package dev.callsheet.spec.protocol;

import org.jspecify.annotations.NullMarked;
