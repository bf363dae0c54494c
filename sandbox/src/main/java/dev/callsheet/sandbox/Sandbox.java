package dev.callsheet.sandbox;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.delivery.DeliveryScheduler;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.http.ApiHandler;
import dev.callsheet.sandbox.internal.http.LedgerHandler;
import dev.callsheet.sandbox.internal.http.MediaDownloadHandler;
import dev.callsheet.sandbox.internal.http.NotFoundHandler;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.TaskService;
import dev.callsheet.sandbox.internal.websocket.WebSocketUpgradeHandler;
import dev.callsheet.sandbox.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running server on this machine. Its tasks, its media and its ledger live as long as it does.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
 *   URI endpoint = sandbox.endpoint();
 *   ...
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String API = "/v1";

  /** How much longer a silent connection lives than the longest wait for results. */
  private static final Duration IDLE_MARGIN = Duration.ofSeconds(30);

  private final Server server;
  private final URI root;
  private final Ledger ledger;
  private final DeliveryScheduler deliveries;
  private final int modelCount;

  private Sandbox(
      Server server, URI root, Ledger ledger, DeliveryScheduler deliveries, int models) {
    this.server = server;
    this.root = root;
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.modelCount = models;
  }

  /**
   * Starts a server and returns when it listens.
   *
   * @throws IOException when the port is taken or may not be used
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    return start(options, InstantSource.system());
  }

  /** As {@link #start(SandboxOptions)}, by another clock. */
  static Sandbox start(SandboxOptions options, InstantSource clock) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("callsheet-sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = listen(server, options);
    URI root = URI.create("http://" + HOST + ":" + connector.getLocalPort() + "/");

    RecordingLedger ledger = new RecordingLedger(clock);
    MediaStore media = new MediaStore(root.resolve("media/"), clock);
    FakeRenderer renderer =
        new FakeRenderer(options.renderTime(), options.behavior(), media, clock);
    DeliveryScheduler deliveries = new DeliveryScheduler(options.behavior(), ledger, clock);
    TaskService api =
        new TaskService(
            options.catalogue(),
            options.behavior(),
            renderer,
            media,
            ledger,
            clock,
            deliveries::schedule);

    FaultSchedule faults = new FaultSchedule(options.behavior());
    PathMappingsHandler paths = new PathMappingsHandler();
    paths.addMapping(PathSpec.from(API), apiHandler(options, faults, api, ledger, clock, server));
    paths.addMapping(
        PathSpec.from("/media/*"),
        new ContextHandler(new MediaDownloadHandler(media, ledger, faults), "/media"));
    paths.addMapping(PathSpec.from("/ledger"), new LedgerHandler(ledger));
    paths.addMapping(PathSpec.from("/"), new NotFoundHandler());
    server.setHandler(paths);
    Sandbox sandbox = new Sandbox(server, root, ledger, deliveries, options.catalogue().size());
    sandbox.startServer();
    return sandbox;
  }

  /** One address for HTTP and, where it is offered, WebSocket. */
  private static Handler apiHandler(
      SandboxOptions options,
      FaultSchedule faults,
      TaskService api,
      RecordingLedger ledger,
      InstantSource clock,
      Server server) {
    SandboxBehavior behavior = options.behavior();
    ApiKeyAuthenticator authentication = new ApiKeyAuthenticator(options.apiKeys());
    ApiHandler http = new ApiHandler(api, authentication, faults);
    return behavior.webSocket().enabled()
        ? new WebSocketUpgradeHandler(
            http, api, authentication, faults, behavior, ledger, clock, server)
        : http;
  }

  /** Where tasks are sent: an URI that ends in {@code /v1}. */
  public URI endpoint() {
    return root.resolve(API);
  }

  /** The same address for WebSocket: {@code ws://...}. */
  public URI socketEndpoint() {
    return URI.create("ws" + endpoint().toString().substring("http".length()));
  }

  /** Where the ledger is shown to other processes, as JSON. */
  public URI ledgerUri() {
    return root.resolve("ledger");
  }

  /** Everything that was submitted, charged and delivered so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** One line for people: where it listens and what it has. */
  public String startLine() {
    return "Callsheet sandbox at "
        + endpoint()
        + " ("
        + modelCount
        + (modelCount == 1 ? " model" : " models")
        + "; ledger at "
        + ledgerUri()
        + ")";
  }

  /** Waits until the server is stopped by another thread. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops the server, its connections and its deliveries. A second time does nothing. */
  @Override
  public void close() {
    deliveries.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox did not stop cleanly", e);
    }
  }

  private static ServerConnector listen(Server server, SandboxOptions options) throws IOException {
    ServerConnector connector = new ServerConnector(server, 1, 2);
    connector.setHost(HOST);
    connector.setPort(options.port());
    connector.setIdleTimeout(options.behavior().syncWindow().plus(IDLE_MARGIN).toMillis());
    server.addConnector(connector);
    connector.open();
    return connector;
  }

  private void startServer() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException("the sandbox did not start", e);
    }
  }
}
