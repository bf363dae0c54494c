@NullMarked
package dev.callsheet.runtime.client.journal.file;

import org.jspecify.annotations.NullMarked;
