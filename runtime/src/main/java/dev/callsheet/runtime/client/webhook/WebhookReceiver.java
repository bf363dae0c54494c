package dev.callsheet.runtime.client.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.internal.loop.DaemonExecutors;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * A small HTTP server for webhooks, for tests and simple services. The API signs nothing: all that
 * distinguishes its calls from a stranger's is a token in the address, so keep {@link #url} to
 * yourself, and put TLS before it where it leaves the machine.
 *
 * <pre>{@code
 * try (var receiver = WebhookReceiver.builder().start(client::handleWebhook)) {
 *   client.submit(builder.webhookURL(receiver.url()).build());
 * }
 * }</pre>
 *
 * <p>It answers 204 when the handler has returned; 400 when that threw a {@link WebhookException},
 * and 500 for any other, so that the server sends it again; 403 without the token; 405 for anything
 * but a POST; 413 for a body that is too large.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebhookReceiver.class.getName());
  private static final int THREADS = 8;

  /** Settings; what is not set stays at its default. */
  public static final class Builder {
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private String path = RunwarePlatform.WEBHOOK_PATH;
    private WebhookToken token = WebhookToken.random();
    private int maxBodySize = 32 << 20;

    private Builder() {}

    /** Where it listens; any free port of the loopback interface unless set. */
    public Builder listenAt(InetSocketAddress socket) {
      address = socket;
      return this;
    }

    /** The path of the address, beginning with a slash; {@code /runware} unless set. */
    public Builder path(String prefix) {
      path = prefix;
      return this;
    }

    /**
     * The token; a random one unless set. One that outlives the process lets what is sent while
     * that restarts still come in.
     *
     * @throws IllegalArgumentException if it is no {@linkplain WebhookToken#of token}
     */
    public Builder token(String secret) {
      token = WebhookToken.of(secret);
      return this;
    }

    /** The most bytes in a body; 32 MiB unless set, enough for a short video as Base64. */
    public Builder maxBodySize(int bytes) {
      maxBodySize = bytes;
      return this;
    }

    /**
     * Starts to listen.
     *
     * @param handler takes a body; be quick, the sender waits about five seconds: {@code
     *     client::handleWebhook} is
     * @throws IOException if the port is taken or may not be used
     */
    public WebhookReceiver start(Consumer<byte[]> handler) throws IOException {
      return new WebhookReceiver(this, handler);
    }
  }

  private final WebhookToken token;
  private final int maxBodySize;
  private final Consumer<byte[]> handler;
  private final HttpServer server;
  private final ExecutorService threads;
  private final String path;

  private WebhookReceiver(Builder settings, Consumer<byte[]> handler) throws IOException {
    this.token = settings.token;
    this.maxBodySize = settings.maxBodySize;
    this.handler = handler;
    this.path = settings.path;
    this.server = HttpServer.create(settings.address, 0);
    this.threads = DaemonExecutors.create("callsheet-webhooks", THREADS, Duration.ofSeconds(10));
    server.setExecutor(threads);
    server.createContext(path, this::answer);
    server.start();
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address to give as {@code webhookURL}, token included, as seen from this machine. */
  public URI url() {
    var address = server.getAddress();
    var host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
    return url(URI.create("http://" + host + ":" + address.getPort()));
  }

  /**
   * The address to give as {@code webhookURL}, token included, as seen from elsewhere.
   *
   * @param base what others call this server, such as {@code https://hooks.example.com}
   */
  public URI url(URI base) {
    return token.addTo(base.resolve(path));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return 405;
    }
    if (!token.isIn(exchange.getRequestURI().getRawQuery())) {
      return 403;
    }
    var body = exchange.getRequestBody().readNBytes(maxBodySize);
    return exchange.getRequestBody().read() >= 0 ? 413 : handle(body);
  }

  private int handle(byte[] body) {
    try {
      handler.accept(body);
      return 204;
    } catch (WebhookException e) {
      LOG.log(System.Logger.Level.WARNING, "Refused a webhook: {0}", e.getMessage());
      return 400;
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The handler of a webhook failed", e);
      return 500;
    }
  }

  /** Stops at once; what comes later finds nobody. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  /** Where it is, without the token. */
  @Override
  public String toString() {
    return "WebhookReceiver at " + server.getAddress() + path;
  }
}
