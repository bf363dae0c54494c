@NullMarked
package dev.callsheet.cli.lint;

import org.jspecify.annotations.NullMarked;
