@NullMarked
package dev.callsheet.runtime.internal.secrets;

import org.jspecify.annotations.NullMarked;
