package dev.callsheet.sandbox.internal.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An address that results are brought to, as a task names it.
 *
 * @param parameter the task's parameter that names it
 * @param text as it is written
 */
public record DeliveryAddress(String parameter, String text) {
  /** Where each result is announced. */
  public static final String WEBHOOK = "webhookURL";

  /** Where the media of each result are put. */
  public static final String UPLOAD = "uploadEndpoint";

  private static final int MAX_PORT = 65_535;

  /** The addresses that a task names. */
  static List<DeliveryAddress> in(JsonNode task) {
    return List.of(new DeliveryAddress(WEBHOOK, ""), new DeliveryAddress(UPLOAD, "")).stream()
        .filter(address -> task.path(address.parameter).isString())
        .map(
            address ->
                new DeliveryAddress(address.parameter, task.path(address.parameter).asString()))
        .toList();
  }

  /** The address that a task names by that parameter, where something can be brought there. */
  public static Optional<URI> of(JsonNode task, String parameter) {
    return in(task).stream()
        .filter(address -> address.parameter.equals(parameter))
        .filter(address -> address.obstacle().isEmpty())
        .map(address -> URI.create(address.text))
        .findFirst();
  }

  /** Why nothing can be brought there, whoever listens; empty where something can. */
  Optional<ErrorEntry> obstacle() {
    return reason()
        .map(
            reason ->
                ErrorEntry.of(
                        "invalid"
                            + parameter.substring(0, 1).toUpperCase(Locale.ROOT)
                            + parameter.substring(1),
                        "Nothing can be brought to the address in `" + parameter + "`: " + reason)
                    .withParameter(parameter));
  }

  private Optional<String> reason() {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("it is no address (" + e.getReason() + ").");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("it begins with neither http:// nor https://.");
    }
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      return Optional.of("it names no host.");
    }
    return uri.getPort() == 0 || uri.getPort() > MAX_PORT
        ? Optional.of("there is no port " + uri.getPort() + ".")
        : Optional.empty();
  }
}
