package dev.callsheet.sandbox;

import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.internal.delivery.DeliveryScheduler;
import dev.callsheet.sandbox.internal.exchange.Exchange;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.exchange.ExchangeRecorder;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.http.ApiHandler;
import dev.callsheet.sandbox.internal.http.ControlHandler;
import dev.callsheet.sandbox.internal.http.LedgerHandler;
import dev.callsheet.sandbox.internal.http.MediaDownloadHandler;
import dev.callsheet.sandbox.internal.http.MediaHandler;
import dev.callsheet.sandbox.internal.http.NotFoundHandler;
import dev.callsheet.sandbox.internal.http.OriginCheck;
import dev.callsheet.sandbox.internal.http.PageHandler;
import dev.callsheet.sandbox.internal.http.RequestBodies;
import dev.callsheet.sandbox.internal.http.SchemaHandler;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.Retentions;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.page.FaultControl;
import dev.callsheet.sandbox.internal.page.TaskFeed;
import dev.callsheet.sandbox.internal.page.WorkbenchHandler;
import dev.callsheet.sandbox.internal.platform.FileUploads;
import dev.callsheet.sandbox.internal.platform.PlatformHandler;
import dev.callsheet.sandbox.internal.platform.PlatformService;
import dev.callsheet.sandbox.internal.platform.PlayedPlatform;
import dev.callsheet.sandbox.internal.platform.UploadHandler;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.render.TaskStatus;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.TaskService;
import dev.callsheet.sandbox.internal.websocket.WebSocketUpgradeHandler;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
import dev.callsheet.sandbox.page.PageSource;
import dev.callsheet.sandbox.page.Workbench;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
  private static final String API = "/v1";
  private static final String PAGES = "/docs";

  /** How large a request is that the page has reviewed, and all that are at the same time. */
  private static final int PAGE_REQUEST = 8 << 20;

  private static final long PAGE_REQUESTS = 32 << 20;

  /** How much longer a silent connection lives than the longest wait for results. */
  private static final Duration IDLE_MARGIN = Duration.ofSeconds(30);

  private final Server server;
  private final URI root;
  private final SandboxOptions options;
  private final Ledger ledger;
  private final DeliveryScheduler deliveries;
  private final ExchangeLog exchanges;
  private final Runnable reset;

  private Sandbox(
      Server server,
      URI root,
      SandboxOptions options,
      Ledger ledger,
      DeliveryScheduler deliveries,
      ExchangeLog exchanges,
      Runnable reset) {
    this.exchanges = exchanges;
    this.reset = reset;
    this.server = server;
    this.root = root;
    this.options = options;
    this.ledger = ledger;
    this.deliveries = deliveries;
  }

  /**
   * Starts a server and returns when it listens.
   *
   * @throws IOException when the port is taken or may not be used
   * @throws UncheckedSpecException when one of the catalogue's own specs is wrong
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    return start(options, InstantSource.system());
  }

  /** As {@link #start(SandboxOptions)}, by another clock. */
  static Sandbox start(SandboxOptions options, InstantSource clock) throws IOException {
    options.catalogue().own(); // what is wrong is told now, not by the first request
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("callsheet-sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = listen(server, options);
    URI root =
        URI.create("http://" + options.reachableHost() + ":" + connector.getLocalPort() + "/");

    WebSocketBehavior socket = options.behavior().webSocket();
    Retentions retentions =
        Retentions.of(options.limits(), socket.idleTimeout().plus(socket.replayWindow()), clock);
    RecordingLedger ledger = new RecordingLedger(clock, retentions.tasks());
    MediaStore media =
        new MediaStore(root.resolve("media/"), clock, retentions.tasks(), retentions.uploads());
    FaultSchedule faults = new FaultSchedule(options.behavior());
    DeliveryScheduler deliveries = new DeliveryScheduler(options.behavior(), ledger, clock);
    ExchangeLog exchanges = new ExchangeLog(clock);
    PathMappingsHandler paths = new PathMappingsHandler();
    paths.addMapping(
        PathSpec.from("/media/*"),
        new ContextHandler(new MediaDownloadHandler(media, ledger, faults), "/media"));
    paths.addMapping(
        PathSpec.from(WorkbenchHandler.MEDIA + "*"),
        new ContextHandler(new MediaHandler(media), WorkbenchHandler.MEDIA.replaceAll("/$", "")));
    paths.addMapping(PathSpec.from("/ledger"), new LedgerHandler(ledger));
    if (options.pages() != PageSource.NONE) {
      paths.addMapping(
          PathSpec.from(PAGES + "/*"), new ContextHandler(new PageHandler(options.pages()), PAGES));
    }
    Runnable reset =
        () -> {
          retentions.forgetAll();
          ledger.resetTotal();
          faults.reset();
          deliveries.reset();
          exchanges.clear();
        };
    Sandbox sandbox = new Sandbox(server, root, options, ledger, deliveries, exchanges, reset);
    paths.addMapping(PathSpec.from("/health"), new ControlHandler(HttpMethod.GET, sandbox::health));
    paths.addMapping(
        PathSpec.from("/reset"),
        new ControlHandler(
            HttpMethod.POST,
            () -> {
              sandbox.reset();
              return sandbox.health();
            }));
    SandboxLimits limits = options.limits();
    ReceiveBudget budget = new ReceiveBudget(limits.requestBytes(), limits.receivedBytes());
    Optional<PlatformProtocol> protocol = options.protocol();
    Handler api;
    Function<String, Optional<TaskStatus>> tasks;
    String targetHeader = null;
    if (protocol.isPresent()) {
      FileUploads files = new FileUploads(media, root.resolve(UploadHandler.PATH));
      PlatformService service =
          sandbox.platformService(protocol.get(), media, files, ledger, retentions, clock);
      targetHeader = Objects.requireNonNull(options.platform()).sandbox().target();
      PlatformHandler platform = new PlatformHandler(service, budget, faults, targetHeader);
      paths.addMapping(
          PathSpec.from("/"), new ExchangeRecorder(platform.unknownAddresses(), exchanges));
      tasks = service::status;
      api =
          new Handler.Sequence(
              new ExchangeRecorder(new UploadHandler(files, budget), exchanges),
              new ExchangeRecorder(platform, exchanges),
              paths);
    } else {
      TaskService service = sandbox.runwareService(budget, media, ledger, clock, retentions);
      Handler runware =
          sandbox.runwareHandler(service, budget, faults, exchanges, ledger, clock, retentions);
      SchemaHandler schemas = new SchemaHandler(options.catalogue(), options.schemas());
      paths.addMapping(PathSpec.from(SchemaHandler.RESOLVE + "*"), schemas);
      paths.addMapping(PathSpec.from(SchemaHandler.REGISTRY), schemas);
      paths.addMapping(PathSpec.from(API), runware);
      paths.addMapping(PathSpec.from(API + "/"), runware);
      paths.addMapping(PathSpec.from("/"), new ExchangeRecorder(new NotFoundHandler(), exchanges));
      tasks = service::status;
      api = paths;
    }
    WorkbenchHandler page =
        new WorkbenchHandler(
            root,
            sandbox.key(),
            sandbox.about(),
            new TaskFeed(ledger, exchanges, tasks, clock),
            new FaultControl(faults, options::requirePlayable),
            options.workbench(),
            new RequestBodies(new ReceiveBudget(PAGE_REQUEST, PAGE_REQUESTS)),
            targetHeader);
    server.setHandler(
        new OriginCheck(
            new Handler.Sequence(page, api), options.isLoopback(), WorkbenchHandler.PATH));
    sandbox.startServer();
    return sandbox;
  }

  private ObjectNode health() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", "up")
        .put("platform", platformName())
        .put("endpoint", endpoint().toString());
  }

  /** What the page says of this sandbox. */
  private ObjectNode about() {
    return health()
        .put("title", platformTitle())
        .put("docs", options.pages() != PageSource.NONE)
        .put("workbench", options.workbench() != Workbench.NONE);
  }

  /**
   * Forgets everything that was sent: tasks, media, the ledger; all faults are still to come. As
   * {@code POST /reset}.
   */
  public void reset() {
    reset.run();
  }

  /** A platform as its description says. Its tasks fail as a whole. */
  private PlatformService platformService(
      PlatformProtocol protocol,
      MediaStore media,
      FileUploads files,
      RecordingLedger ledger,
      Retentions retentions,
      InstantSource clock) {
    SandboxBehavior behavior = options.behavior();
    Platform platform = Objects.requireNonNull(options.platform());
    RenderFailure failure = behavior.renderFailure();
    FakeRenderer renderer =
        new FakeRenderer(
            options.renderTime(),
            behavior.stagger(),
            failure.failedResults() == 0
                ? RenderFailure.NONE
                : RenderFailure.all(failure.code(), failure.message()),
            media,
            clock);
    PlayedPlatform played =
        new PlayedPlatform(
            platform, protocol, endpoint(), options.catalogue(), options.apiKeys(), behavior);
    return new PlatformService(played, renderer, media, files, ledger, retentions.tasks(), clock);
  }

  private TaskService runwareService(
      ReceiveBudget budget,
      MediaStore media,
      RecordingLedger ledger,
      InstantSource clock,
      Retentions retentions) {
    SandboxBehavior behavior = options.behavior();
    FakeRenderer renderer =
        new FakeRenderer(
            options.renderTime(), behavior.stagger(), behavior.renderFailure(), media, clock);
    return new TaskService(
        options.catalogue(),
        behavior,
        renderer,
        media,
        ledger,
        clock,
        budget,
        retentions,
        deliveries::schedule);
  }

  /** One address for HTTP and, where it is offered, WebSocket. */
  private Handler runwareHandler(
      TaskService api,
      ReceiveBudget budget,
      FaultSchedule faults,
      ExchangeLog exchanges,
      RecordingLedger ledger,
      InstantSource clock,
      Retentions retentions) {
    SandboxBehavior behavior = options.behavior();
    ApiKeyAuthenticator authentication = new ApiKeyAuthenticator(options.apiKeys());
    Handler http =
        new ExchangeRecorder(
            new ApiHandler(api, authentication, faults, new RequestBodies(budget)), exchanges);
    return behavior.webSocket().enabled()
        ? new WebSocketUpgradeHandler(
            http,
            api,
            authentication,
            faults,
            exchanges,
            behavior,
            ledger,
            clock,
            budget,
            retentions,
            server)
        : http;
  }

  /** What a client of the platform is given in place of its address. */
  public URI endpoint() {
    return options
        .protocol()
        .map(protocol -> protocol.base().getRawPath().replaceAll("/+$", ""))
        .map(path -> URI.create(root.toString().replaceAll("/$", "") + path))
        .orElseGet(() -> root.resolve(API));
  }

  /** The name of the platform that is played, such as {@code fal}. */
  public String platformName() {
    return options.protocol().map(PlatformProtocol::name).orElse(RawRequest.PLATFORM);
  }

  /**
   * The environment variables by which a client comes here: the endpoint, and a key that will do.
   */
  public Map<String, String> environment() {
    return Map.of(
        CallsheetClientBuilder.endpointVariable(platformName()),
        endpoint().toString(),
        options
            .protocol()
            .map(protocol -> protocol.key().variable())
            .orElse(CallsheetClientBuilder.KEY_VARIABLE),
        key());
  }

  /** A key that will do. */
  private String key() {
    return options.apiKeys().stream().sorted().findFirst().orElse("any-key-will-do");
  }

  /** The same address for WebSocket: {@code ws://...}. */
  public URI socketEndpoint() {
    return URI.create("ws" + endpoint().toString().substring("http".length()));
  }

  /** Where the ledger is shown to other processes, as JSON. */
  public URI ledgerUri() {
    return root.resolve("ledger");
  }

  /** Where people find the page of this sandbox: its tasks as they come, and what it was sent. */
  public URI page() {
    return root;
  }

  /** Everything that was submitted, charged and delivered so far. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * The requests that came, the first of them first, and the messages over WebSockets: the latest
   * few hundred since the last reset. Downloads of media are in the ledger alone.
   */
  public List<ReceivedRequest> requests() {
    return exchanges.received().stream().map(Exchange::asRequest).toList();
  }

  private String platformTitle() {
    return options.protocol().map(PlatformProtocol::title).orElse("Runware");
  }

  /** One line for people, which ends in the address that a client is to be given. */
  public String startLine() {
    long models =
        options.catalogue().summaries().stream()
            .map(model -> Objects.requireNonNullElse(model.platform(), RawRequest.PLATFORM))
            .filter(platformName()::equals)
            .count();
    return "Callsheet sandbox of "
        + platformTitle()
        + " ("
        + models
        + (models == 1 ? " model" : " models")
        + "; page at "
        + page()
        + ") at "
        + endpoint();
  }

  /** What whoever started it should know; empty where there is nothing. */
  public Optional<String> warning() {
    return options.isLoopback()
        ? Optional.empty()
        : Optional.of(
            "warning: this sandbox listens on "
                + options.host()
                + ", and whoever reaches that can use it, see what is sent to it, and have it fetch"
                + " addresses in your network");
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
    connector.setHost(options.host());
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
