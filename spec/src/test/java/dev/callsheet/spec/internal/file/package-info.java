@NullMarked
package dev.callsheet.spec.internal.file;

import org.jspecify.annotations.NullMarked;
