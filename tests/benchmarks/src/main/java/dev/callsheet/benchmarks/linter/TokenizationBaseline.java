package dev.callsheet.benchmarks.linter;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson's bare tokenisation: reads every token and builds nothing. */
final class TokenizationBaseline {
  private static final JsonFactory JSON = new JsonFactory();

  private TokenizationBaseline() {}

  /** How many tokens there are in some JSON, which may be several values. */
  static int count(byte[] json) {
    int tokens = 0;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
