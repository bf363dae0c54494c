@NullMarked
package dev.callsheet.journal.postgresql;

import org.jspecify.annotations.NullMarked;
