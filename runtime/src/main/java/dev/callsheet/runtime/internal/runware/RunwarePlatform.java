package dev.callsheet.runtime.internal.runware;

import java.net.URI;

/**
 * The platform that this client speaks to: its names and addresses. What its messages look like is
 * in the other classes of this package and in the transports.
 */
public final class RunwarePlatform {
  /** Its name. */
  public static final String NAME = "runware";

  /** The environment variable with the key. */
  public static final String KEY_VARIABLE = "RUNWARE_API_KEY";

  /** The environment variable with another endpoint. */
  public static final String ENDPOINT_VARIABLE = "CALLSHEET_ENDPOINT";

  /** The host for HTTP; the platform has one for each way, other servers one for both. */
  public static final String HTTP_HOST = "api.runware.ai";

  /** The host for WebSocket. */
  public static final String WEB_SOCKET_HOST = "ws-api.runware.ai";

  /** Where requests go by default. */
  public static final URI ADDRESS = URI.create("https://" + HTTP_HOST + "/v1");

  /** The path at which webhooks are received by default. */
  public static final String WEBHOOK_PATH = "/runware";

  private RunwarePlatform() {}
}
