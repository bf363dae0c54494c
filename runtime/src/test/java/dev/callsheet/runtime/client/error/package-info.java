/** The classification of errors against the codes that are known. */
@NullMarked
package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.NullMarked;
