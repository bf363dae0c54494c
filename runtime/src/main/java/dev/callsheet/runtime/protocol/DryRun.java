package dev.callsheet.runtime.protocol;

import java.net.URI;
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
   * @throws IllegalArgumentException if it describes none
   */
  public static DryRun of(JsonNode description) {
    return DescriptionJson.read(description, DryRun.class);
  }
}
