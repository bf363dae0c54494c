@NullMarked
package dev.callsheet.importer.internal.prose;

import org.jspecify.annotations.NullMarked;
