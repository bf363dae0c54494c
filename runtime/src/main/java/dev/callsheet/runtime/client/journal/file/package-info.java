/**
 * The journal of files: each session appends to a file of its own, one JSON object a line, and
 * holds a lock on it for as long as its process lives. Who can lock a file knows that its owner is
 * gone, and takes its jobs over. {@link dev.callsheet.runtime.client.journal.file.FileJournal} is
 * the front door.
 */
@NullMarked
package dev.callsheet.runtime.client.journal.file;

import org.jspecify.annotations.NullMarked;
