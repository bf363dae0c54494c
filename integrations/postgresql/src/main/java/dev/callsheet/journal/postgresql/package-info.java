/**
 * What workers on any number of machines share in a PostgreSQL database: {@link
 * dev.callsheet.journal.postgresql.PostgresqlJournal}, in which each job is owned by one of them at
 * a time, and taken over when the lease of that one has run out; {@link
 * dev.callsheet.journal.postgresql.JobQueue}, which {@link
 * dev.callsheet.journal.postgresql.JobWorker}s take jobs from; one {@link
 * dev.callsheet.journal.postgresql.PostgresqlPace}, and one {@link
 * dev.callsheet.journal.postgresql.PostgresqlBudget}.
 *
 * <p>Every transaction is short, and none lasts while the network is waited for; nothing is kept in
 * a connection. So few connections are enough, and a pooler may hand out one for each transaction
 * (PgBouncer before 1.21 only with {@code prepareThreshold=0} in the driver's address).
 */
@NullMarked
package dev.callsheet.journal.postgresql;

import org.jspecify.annotations.NullMarked;
