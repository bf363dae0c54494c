/** A journal in PostgreSQL, which several workers share. */
module dev.callsheet.journal.postgresql {
  requires transitive dev.callsheet.runtime;
  requires transitive java.sql;

  exports dev.callsheet.journal.postgresql;
}
