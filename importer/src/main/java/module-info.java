/** Makes specs of what platforms publish of their models. */
module dev.callsheet.importer {
  requires transitive dev.callsheet.spec;
  requires dev.callsheet.linter;

  exports dev.callsheet.importer;
  exports dev.callsheet.importer.finding;
}
