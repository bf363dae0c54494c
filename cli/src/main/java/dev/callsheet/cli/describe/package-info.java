/** A model's parameters, modes, rules and prices, for {@code callsheet describe}. */
@NullMarked
package dev.callsheet.cli.describe;

import org.jspecify.annotations.NullMarked;
