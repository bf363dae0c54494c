package dev.callsheet.tests.judges;

import dev.callsheet.runtime.ModelRequest;
import tools.jackson.databind.json.JsonMapper;

/** Reads the request into the generated class and has it checked by the generated checker. */
record CheckerJudge(Class<? extends ModelRequest<?>> requestType) implements Judge {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public JudgeFindings judge(JudgedRequest request) {
    JudgeFindings verdict = JudgeFindings.none();
    JSON.treeToValue(request.content(), requestType)
        .check()
        .forEach(
            violation -> verdict.add(violation.severity(), violation.rule(), violation.message()));
    return verdict;
  }
}
