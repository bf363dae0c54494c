/** Which files git ignores, by the patterns of {@code .gitignore} files. */
@NullMarked
package dev.callsheet.linter.internal.gitignore;

import org.jspecify.annotations.NullMarked;
