/** Request files as tests of JUnit 5. */
module dev.callsheet.junit {
  requires transitive dev.callsheet.linter;
  requires transitive org.junit.jupiter.api;

  exports dev.callsheet.junit;
}
