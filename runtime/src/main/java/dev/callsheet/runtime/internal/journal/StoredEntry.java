package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalEntry;

/**
 * An entry and where it stands.
 *
 * @param entry what it says
 * @param offset where its line begins in the file
 * @param length of its line in bytes, with the line break
 */
record StoredEntry(JournalEntry entry, long offset, int length) {}
