/**
 * Where a client writes down every task before it is sent, and what becomes of it after, so that
 * neither a crash nor a lost reply loses a task that is paid for. {@link
 * dev.callsheet.runtime.client.journal.Journal} is the front door; the journal of files is in
 * {@code file}, others may be brought from elsewhere.
 */
@NullMarked
package dev.callsheet.runtime.client.journal;

import org.jspecify.annotations.NullMarked;
