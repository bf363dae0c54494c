package dev.callsheet.generator.java;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest that a spec may be in every respect becomes Java that compiles. */
class LargestSpecTest {
  private static final int MEMBERS = 240;

  @Test
  void compiles(@TempDir Path directory) throws SpecException {
    var spec = new SpecParser(IncludeResolver.NONE).parse("large.yaml", spec());

    CompiledSources.of(directory, new JavaGenerator("com.acme.models").generate(spec));
  }

  private static String spec() {
    var members = lines(MEMBERS, "      p%d: {type: string, description: P.}\n");
    var response = lines(MEMBERS - 1, "    q%d: {type: integer, description: Q.}\n");
    var longest = "\uD83C\uDFAC".repeat(10_000);
    return "callsheet: 1\n"
        + "model: {id: 'acme:large@1', name: Acme Large, status: live}\n"
        + "response:\n  properties:\n    taskUUID: {type: string, description: T.}\n"
        + response
        + "parameters:\n"
        + "  model: {const: 'acme:large@1'}\n"
        + "  object:\n    type: object\n    description: O.\n    properties:\n"
        + members
        + "  choice: {type: string, description: E., enum: ["
        + lines(2_000, "value-number-%d, ")
        + "]}\n"
        + "  constant: {const: "
        + longest
        + "}\n"
        + "  pattern: {type: string, description: R., pattern: '"
        + "x".repeat(9_000)
        + "'}\n"
        + "  "
        + "n".repeat(100)
        + ": {type: object, description: N., properties: {a: {type: integer, description: A.}}}\n"
        + "  w: {type: integer, description: W.}\n  h: {type: integer, description: H.}\n"
        + lines(MEMBERS - 8, "  r%d: {type: integer, description: R.}\n")
        + "rules:\n  - id: pairs\n    description: C.\n    combinations:\n      of: [w, h]\n      rows:\n"
        + lines(500, "        - {label: \"L%1$d\", values: [%1$d, %1$d]}\n");
  }

  private static String lines(int count, String form) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }
}
