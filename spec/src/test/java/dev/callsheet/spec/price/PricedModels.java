package dev.callsheet.spec.price;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model with parameters of every kind that prices count, and whatever price list. */
final class PricedModels {
  private static final String PARAMETERS =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Acme Still, status: live}
      parameters:
        duration: {type: integer, minimum: 1, maximum: 60, default: 5, unit: s}
        length:
          oneOf:
            - {title: seconds, type: integer, minimum: 4, maximum: 30}
            - {title: auto, const: auto}
        pause: {type: number, minimum: 0}
        pace: {type: integer, enum: [5, 10]}
        steps: {type: integer, minimum: 1, maximum: 50, default: 28}
        width: {type: integer, minimum: 64, maximum: 2048}
        height: {type: integer, default: 1024}
        numberResults: {type: integer, minimum: 1, maximum: 4, default: 1}
        text: {type: string}
        greeting: {type: string, default: "h\\u00e9llo"}
        tags: {type: array, items: {type: string}, default: [a, b]}
        inputs:
          type: object
          properties:
            audio: {type: string, accepts: [url, dataUri], media: audio}
            videos: {type: array, items: {type: string, accepts: [url, uuid], media: video}}
            referenceImages: {type: array, maxItems: 4, items: {type: string, accepts: [url], media: image}}
            elements:
              type: array
              items:
                type: object
                properties:
                  prompt: {type: string}
                  images: {type: array, items: {type: string}}
      """;

  private PricedModels() {}

  /** The model with these charges, as a spec lists them. */
  static ModelSpec of(String charges) {
    String pricing =
        charges
            .lines()
            .map(line -> "    " + line + "\n")
            .reduce("pricing:\n  currency: USD\n  charges:\n", String::concat);
    try {
      return new SpecParser(IncludeResolver.NONE)
          .parse("still.yaml", PARAMETERS + pricing + "response: {properties: {}}\n");
    } catch (SpecException wrong) {
      throw new AssertionError(wrong.getMessage(), wrong);
    }
  }

  static Price price(String charges, String request) {
    return PriceEstimator.price(of(charges), json(request));
  }

  static Price price(String charges, String request, MediaDurations durations) {
    return PriceEstimator.price(of(charges), json(request), durations);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
