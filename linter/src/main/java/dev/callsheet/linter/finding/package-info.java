/** What the linter found in a file: findings with their positions and excerpts. */
@NullMarked
package dev.callsheet.linter.finding;

import org.jspecify.annotations.NullMarked;
