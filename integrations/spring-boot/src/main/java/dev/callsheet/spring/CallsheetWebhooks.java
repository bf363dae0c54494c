package dev.callsheet.spring;

import dev.callsheet.runtime.client.webhook.WebhookToken;
import java.net.URI;

/**
 * The address at which this application receives webhooks, to be given to requests as {@code
 * webhookURL}.
 */
public final class CallsheetWebhooks {
  private final WebhookToken token;
  private final CallsheetProperties.WebhookAddress address;

  CallsheetWebhooks(WebhookToken token, CallsheetProperties.WebhookAddress address) {
    this.token = token;
    this.address = address;
  }

  /**
   * The address, token included: keep it to yourself.
   *
   * @throws IllegalStateException if {@code callsheet.webhook.base-url} is not set
   */
  public URI url() {
    if (address.baseUrl() == null) {
      throw new IllegalStateException(
          "Set callsheet.webhook.base-url to what others call this application");
    }
    return url(address.baseUrl());
  }

  /**
   * The address, token included.
   *
   * @param base what others call this application, context path included, such as {@code
   *     https://film.example.com}
   */
  public URI url(URI base) {
    return token.addTo(URI.create(base.toString().replaceAll("/+$", "") + address.path()));
  }

  WebhookToken token() {
    return token;
  }
}
