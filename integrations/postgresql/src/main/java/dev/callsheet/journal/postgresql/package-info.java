/**
 * A journal in a PostgreSQL database, for workers on any number of machines. Each job is owned by
 * one of them at a time, and taken over when the lease of that one has run out. {@link
 * dev.callsheet.journal.postgresql.PostgresqlJournal} is the front door.
 */
@NullMarked
package dev.callsheet.journal.postgresql;

import org.jspecify.annotations.NullMarked;
