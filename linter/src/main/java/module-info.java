/** Validates request files: findings with positions, repairs, baselines, coverage and reports. */
module dev.callsheet.linter {
  requires transitive dev.callsheet.spec;

  exports dev.callsheet.linter;
  exports dev.callsheet.linter.baseline;
  exports dev.callsheet.linter.coverage;
  exports dev.callsheet.linter.finding;
  exports dev.callsheet.linter.fix;
  exports dev.callsheet.linter.repair;
  exports dev.callsheet.linter.report;
  exports dev.callsheet.linter.report.check;
  exports dev.callsheet.linter.session;
  exports dev.callsheet.linter.validation;
}
