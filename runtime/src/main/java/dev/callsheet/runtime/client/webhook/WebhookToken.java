package dev.callsheet.runtime.client.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes the API's webhooks from a stranger's: it signs nothing, so the address that it
 * is given has a secret in its query. It is never shown but in that address.
 */
public final class WebhookToken {
  private static final int RANDOM_BYTES = 32;

  private final String query;

  private WebhookToken(String secret) {
    query = "token=" + secret;
  }

  /**
   * A given token, which may outlive the process, so that what is sent while that restarts is known
   * by it.
   *
   * @throws IllegalArgumentException if it is shorter than 16 characters, or has others than
   *     letters, digits, {@code -} and {@code _}
   */
  public static WebhookToken of(String secret) {
    if (!secret.matches("[A-Za-z0-9_-]{16,}")) {
      throw new IllegalArgumentException(
          "A token has at least 16 letters, digits, hyphens and underscores");
    }
    return new WebhookToken(secret);
  }

  /** A token that nobody can guess. */
  public static WebhookToken random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new WebhookToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * Whether a request has the token. It takes as long for one that is nearly right as for one that
   * is not.
   *
   * @param rawQuery the query of the request's address as it came; null if it has none
   */
  public boolean isIn(@Nullable String rawQuery) {
    return MessageDigest.isEqual(
        String.valueOf(rawQuery).getBytes(StandardCharsets.UTF_8),
        query.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The address to give as {@code webhookURL}.
   *
   * @param endpoint where webhooks are received, such as {@code https://hooks.example.com/runware};
   *     a query of its own is replaced
   */
  public URI addTo(URI endpoint) {
    var path = endpoint.getRawPath();
    return endpoint.resolve((path.isEmpty() ? "/" : path) + "?" + query);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebhookToken";
  }
}
