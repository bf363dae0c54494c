package dev.callsheet.runtime.protocol;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a platform validates and prices a request without executing it.
 *
 * @param address where requests are posted
 * @param key where the key comes from, and how it travels
 * @param headers constant headers, such as the one that makes it a dry run
 * @param inList whether the body is a list with the request in it, instead of the request
 * @param cost where the reply says what the request would cost, as a decimal number
 * @param errors where the errors of the request stand in the reply
 */
public record DryRun(
    URI address,
    PlatformProtocol.Key key,
    Map<String, String> headers,
    boolean inList,
    Locator cost,
    Errors errors) {
  /** Fills in what is left out. */
  public DryRun {
    headers = Lists.copyOf(headers);
  }

  /**
   * Where the errors of a request stand.
   *
   * @param at where the objects of errors stand
   * @param message where in one its text stands
   * @param parameter where in one the parameter stands that it is about, or a list of several; null
   *     where errors do not say it
   */
  public record Errors(Locator at, Locator message, @Nullable Locator parameter) {}

  /**
   * The dry run that a JSON object describes, as a platform's file does.
   *
   * <p>Every command reads the files of platforms, and Jackson's binding would take longer to load
   * than all else that is done there.
   *
   * @throws IllegalArgumentException if it describes none
   */
  public static DryRun of(JsonNode description) {
    JsonNode key = description.path("key");
    JsonNode errors = description.path("errors");
    Map<String, String> headers = new LinkedHashMap<>();
    description
        .path("headers")
        .propertyNames()
        .forEach(name -> headers.put(name, text(description.path("headers"), name)));
    return new DryRun(
        URI.create(text(description, "address")),
        new PlatformProtocol.Key(text(key, "variable"), text(key, "header"), text(key, "value")),
        headers,
        description.path("inList").asBoolean(false),
        new Locator(text(description, "cost")),
        new Errors(
            new Locator(text(errors, "at")),
            new Locator(text(errors, "message")),
            errors.has("parameter") ? new Locator(text(errors, "parameter")) : null));
  }

  private static String text(JsonNode object, String name) {
    JsonNode text = object.path(name);
    if (!text.isString()) {
      throw new IllegalArgumentException("`" + name + "` is missing, or no text");
    }
    return text.stringValue();
  }
}
