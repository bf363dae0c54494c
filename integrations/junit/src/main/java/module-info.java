/** Request files as tests of JUnit 5, and a sandbox for tests. */
module dev.callsheet.junit {
  requires transitive dev.callsheet.linter;
  requires static transitive dev.callsheet.sandbox;
  requires transitive org.junit.jupiter.api;

  exports dev.callsheet.junit;
}
