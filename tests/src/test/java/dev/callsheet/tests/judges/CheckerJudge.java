package dev.callsheet.tests.judges;

import dev.callsheet.runtime.ModelRequest;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the request into the generated class and has it checked by the generated checker. */
record CheckerJudge(Class<? extends ModelRequest<?>> requestType) implements Judge {
  /** Takes a string for a string and a number for a number, as Java does. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

  @Override
  public JudgeFindings judge(JudgedRequest request) {
    JudgeFindings verdict = JudgeFindings.none();
    STRICT
        .treeToValue(request.content(), requestType)
        .check()
        .forEach(
            violation -> verdict.add(violation.severity(), violation.rule(), violation.message()));
    return verdict;
  }
}
