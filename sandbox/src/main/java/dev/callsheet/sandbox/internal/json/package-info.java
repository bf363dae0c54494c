/** How the sandbox reads and writes JSON. */
@NullMarked
package dev.callsheet.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
