package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Specs larger than any that is published: 500 parameters, 300 rules that hang together. */
final class LargeSpecs {
  /** Each group has eight parameters and five rules. */
  private static final int GROUPS = 60;

  private static final int OTHERS = 20;

  private LargeSpecs() {}

  /** A spec with nothing wrong but this many contradictions, each of three to five rules. */
  static String text(int contradictions) {
    StringBuilder text =
        new StringBuilder(
            """
            callsheet: 1
            model: {id: "acme:large@1", name: Large, status: live}
            required: [model]
            modes:
              one: {provides: [o0], description: One.}
              two: {provides: [o1], description: Two.}
              three: {provides: [o2], description: Three.}
            pricing:
              currency: USD
              overview: Prices.
              charges:
                - id: output
                  rates:
                    - {label: x, price: 1, when: {g0.m: {const: x}}}
                    - {label: y, price: 2, when: {g0.m: {const: y}}}
                    - {label: neither, price: 3, when: {not: {g0.m: {enum: [x, y]}}}}
            parameters:
              model: {const: "acme:large@1"}
            """);
    for (int i = 0; i < OTHERS - 1; i++) {
      text.append("  o" + i + ": {type: string, description: Text.}\n");
    }
    for (int g = 0; g < GROUPS; g++) {
      text.append(parameters(g));
    }
    text.append("rules:\n");
    text.append("  - {id: mode, description: One mode., exactlyOneOf: [o0, o1, o2]}\n");
    for (int g = 0; g < GROUPS; g++) {
      text.append(rules(g, g < contradictions));
    }
    return text.append("response: {properties: {}}\n").toString();
  }

  static ModelSpec read(String text) throws SpecException {
    return new SpecParser(new NothingToInclude()).parse("large.yaml", text);
  }

  private static String parameters(int g) {
    return """
      gN:
        type: object
        description: Group.
        properties:
          a: {type: string, maxLength: 100, description: Text.}
          b: {type: string, description: Text.}
          c: {type: string, accepts: [url, uuid], media: image, description: Image.}
          d: {type: array, minItems: 1, maxItems: 9, items: {type: string}, description: Texts.}
          n: {type: integer, minimum: 0, maximum: 100, default: 10, description: Number.}
          m: {enum: [x, y, z], description: Choice.}
          flag: {type: boolean, description: Flag.}
    """
        .replace("gN", "g" + g);
  }

  private static String rules(int g, boolean contradiction) {
    String rules =
        """
          - {id: rN-1, description: Either., atMostOneOf: [gN.a, gN.b]}
          - {id: rN-2, description: List., when: gN.c, require: [gN.d, {gN.d: {minItems: 2}}]}
          - {id: rN-3, description: Less., when: gN.a, constrain: {gN.n: {maximum: 50}}}
          - {id: rN-4, description: No flag., when: {gN.m: {const: x}}, forbid: gN.flag}
          - {id: rN-5, description: Needs., when: gN.flag, require: {anyOf: [gN.a, gP.c]}}
        """;
    if (contradiction) {
      // g.b excludes itself by three rules, so g.d does by four, and g.c by five.
      rules =
          rules
              .replace("when: gN.a, constrain: {gN.n: {maximum: 50}}", "when: gN.d, require: gN.b")
              .replace(
                  "when: {gN.m: {const: x}}, forbid: gN.flag",
                  "when: gN.b, require: gN.flag, forbid: gP.c");
    }
    return rules
        .replace("N", String.valueOf(g))
        .replace("P", String.valueOf((g + GROUPS - 1) % GROUPS));
  }

  private static final class NothingToInclude implements IncludeResolver {
    @Override
    public Optional<SourceText> find(String name) {
      return Optional.empty();
    }

    @Override
    public Collection<String> names() {
      return List.of();
    }
  }
}
