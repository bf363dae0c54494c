/** Reports in files. */
@NullMarked
package dev.callsheet.linter.internal.file;

import org.jspecify.annotations.NullMarked;
