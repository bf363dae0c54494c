package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.journal.JournalEntry;

/**
 * An entry and where it stands.
 *
 * @param entry what it says
 * @param offset where its line begins in the file
 * @param length of its line in bytes, with the line break
 */
record Stored(JournalEntry entry, long offset, int length) {}
