@NullMarked
package dev.callsheet.runtime.internal.regex;

import org.jspecify.annotations.NullMarked;
