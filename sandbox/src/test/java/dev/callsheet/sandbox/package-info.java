/** Proof over real HTTP that the sandbox behaves as documented. */
@NullUnmarked
package dev.callsheet.sandbox;

import org.jspecify.annotations.NullUnmarked;
