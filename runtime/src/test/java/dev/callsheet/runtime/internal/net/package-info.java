/** Tests of names of machines in addresses. */
@NullMarked
package dev.callsheet.runtime.internal.net;

import org.jspecify.annotations.NullMarked;
