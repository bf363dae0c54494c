@NullMarked
package dev.callsheet.importer.internal.page;

import org.jspecify.annotations.NullMarked;
