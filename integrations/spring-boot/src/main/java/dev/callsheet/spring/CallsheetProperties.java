package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.TransportKind;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.webhook.WebhookToken;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the application's client. What is not set is as {@link CallsheetClientBuilder}
 * has it; keys and endpoints are also taken from the environment variables that it names.
 *
 * @param apiKey The key to the account at Runware.
 * @param endpoint Where requests to Runware are sent; a wss address chooses WebSocket.
 * @param transport How requests to Runware travel; by the endpoint's scheme unless set.
 * @param account The account that the key is of, as a name for the journal; derived from the key
 *     unless set.
 * @param platforms Keys and endpoints of further platforms, by their names, such as fal.
 * @param journal The directory of the journal; a bean of type Journal comes before it.
 * @param budget How much the client may spend, in US dollars.
 * @param requestsPerSecond The most requests a second, in the long run; unlimited unless set.
 * @param connectTimeout The longest time until a connection is open.
 * @param requestTimeout The longest time for one request and its reply.
 * @param downloadTimeout The longest time for one attempt at a download.
 * @param uploadTimeout The longest time for one attempt at storing media.
 * @param webhook Where this application receives the webhooks of Runware.
 */
@ConfigurationProperties("callsheet")
public record CallsheetProperties(
    @Nullable String apiKey,
    @Nullable URI endpoint,
    @Nullable TransportKind transport,
    @Nullable String account,
    @DefaultValue Map<String, PlatformAccess> platforms,
    @Nullable Path journal,
    @DefaultValue Limits budget,
    @Nullable Double requestsPerSecond,
    @Nullable Duration connectTimeout,
    @Nullable Duration requestTimeout,
    @Nullable Duration downloadTimeout,
    @Nullable Duration uploadTimeout,
    @DefaultValue WebhookAddress webhook) {
  /** Copies the map, so that settings never change. */
  public CallsheetProperties {
    platforms = Map.copyOf(platforms);
  }

  /**
   * How a platform is reached.
   *
   * @param apiKey The key to the account there.
   * @param endpoint Where requests are sent instead of the platform's own address.
   */
  public record PlatformAccess(@Nullable String apiKey, @Nullable URI endpoint) {
    /** Without the key. */
    @Override
    public String toString() {
      return "PlatformAccess[endpoint=" + endpoint + "]";
    }
  }

  /**
   * How much may be spent, in US dollars.
   *
   * @param total For all jobs of the application's process together.
   * @param perRequest For one request.
   * @param unknownPriceAllowance What a request counts for whose price cannot be known; those are
   *     refused unless this is set.
   */
  public record Limits(
      @Nullable BigDecimal total,
      @Nullable BigDecimal perRequest,
      @Nullable BigDecimal unknownPriceAllowance) {
    Budget toBudget() {
      return new Budget(total, perRequest, unknownPriceAllowance);
    }
  }

  /**
   * Where webhooks are received. There is no such place unless a token is set.
   *
   * @param token The secret in the address: at least 16 letters, digits, hyphens and underscores.
   * @param path The path of the address, below the application's context path.
   * @param baseUrl What others call this application, context path included, such as
   *     https://film.example.com.
   * @param maxBodySize The most bytes in a webhook.
   */
  public record WebhookAddress(
      @Nullable String token,
      @DefaultValue("/callsheet/webhook") String path,
      @Nullable URI baseUrl,
      @DefaultValue("33554432") int maxBodySize) {
    /**
     * Checks what stands there, so that Boot names the property that is wrong.
     *
     * @throws IllegalArgumentException if there is a token that is no {@link WebhookToken}, the
     *     path is not below the base, or no body would be small enough
     */
    public WebhookAddress {
      var unused = token == null ? null : WebhookToken.of(token);
      if (!path.startsWith("/") || path.startsWith("//")) {
        throw new IllegalArgumentException("The path of webhooks begins with one slash: " + path);
      }
      if (maxBodySize < 1) {
        throw new IllegalArgumentException("A webhook has at least one byte, not " + maxBodySize);
      }
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "WebhookAddress[path=" + path + ", baseUrl=" + baseUrl + "]";
    }
  }

  /** Without keys. */
  @Override
  public String toString() {
    return "CallsheetProperties[endpoint=" + endpoint + ", platforms=" + platforms.keySet() + "]";
  }
}
