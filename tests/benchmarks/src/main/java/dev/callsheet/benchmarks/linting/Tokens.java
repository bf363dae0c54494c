package dev.callsheet.benchmarks.linting;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson's bare tokenisation: it tells the tokens apart and makes nothing of them. */
final class Tokens {
  private static final JsonFactory JSON = new JsonFactory();

  private Tokens() {}

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
