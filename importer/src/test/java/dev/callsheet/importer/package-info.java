@NullMarked
package dev.callsheet.importer;

import org.jspecify.annotations.NullMarked;
