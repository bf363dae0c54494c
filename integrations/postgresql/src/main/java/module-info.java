/** What workers on several machines share, in PostgreSQL: jobs, their journal, pace and budget. */
module dev.callsheet.journal.postgresql {
  requires transitive dev.callsheet.runtime;
  requires transitive java.sql;

  exports dev.callsheet.journal.postgresql;

  opens dev.callsheet.journal.postgresql to
      tools.jackson.databind;
}
