package dev.callsheet.spec.price;

import dev.callsheet.spec.model.ModelSpec;
import tools.jackson.databind.JsonNode;

/** Prices requests by a model's price list. */
public final class Pricer {
  private Pricer() {}

  /** What a task for this model will cost. The task is taken to be valid. */
  public static Price price(ModelSpec model, JsonNode task) {
    return new Price.Unknown("not yet");
  }
}
