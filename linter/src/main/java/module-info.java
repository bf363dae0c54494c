/** Validates request files: findings with positions, repairs, baselines, coverage and reports. */
@SuppressWarnings("module") // the module named behind "to" is compiled later
module dev.callsheet.linter {
  requires transitive dev.callsheet.spec;

  exports dev.callsheet.linter;
  exports dev.callsheet.linter.baseline;
  exports dev.callsheet.linter.coverage;
  exports dev.callsheet.linter.finding;
  exports dev.callsheet.linter.fix;
  exports dev.callsheet.linter.record;
  exports dev.callsheet.linter.repair;
  exports dev.callsheet.linter.report;
  exports dev.callsheet.linter.report.check;
  exports dev.callsheet.linter.report.diff;
  exports dev.callsheet.linter.session;
  exports dev.callsheet.linter.validation;
  exports dev.callsheet.linter.internal.input to
      dev.callsheet.importer;
  exports dev.callsheet.linter.internal.json to
      dev.callsheet.importer;
  exports dev.callsheet.linter.internal.taskuuid to
      dev.callsheet.spark;
}
