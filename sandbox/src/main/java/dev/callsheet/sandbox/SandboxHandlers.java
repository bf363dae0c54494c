package dev.callsheet.sandbox;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.exchange.ExchangeRecorder;
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
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.page.FaultControl;
import dev.callsheet.sandbox.internal.page.TaskFeed;
import dev.callsheet.sandbox.internal.page.WorkbenchHandler;
import dev.callsheet.sandbox.internal.platform.FileUploads;
import dev.callsheet.sandbox.internal.platform.PlatformHandler;
import dev.callsheet.sandbox.internal.platform.PlatformService;
import dev.callsheet.sandbox.internal.platform.PlayedPlatform;
import dev.callsheet.sandbox.internal.platform.UploadHandler;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.render.TaskStatus;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.TaskService;
import dev.callsheet.sandbox.internal.websocket.WebSocketUpgradeHandler;
import dev.callsheet.sandbox.page.PageSource;
import dev.callsheet.sandbox.page.Workbench;
import dev.callsheet.spec.model.Platform;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a sandbox answers at which address: the platform, its media, the ledger, the page. */
final class SandboxHandlers {
  private static final String PAGES = "/docs";

  /** How large a request is that the page has reviewed, and all that are at the same time. */
  private static final int PAGE_REQUEST = 8 << 20;

  private static final long PAGE_REQUESTS = 32 << 20;

  private final SandboxOptions options;
  private final SandboxAddress address;
  private final SandboxMemory memory;

  private SandboxHandlers(SandboxAddress address, SandboxMemory memory) {
    this.options = address.options();
    this.address = address;
    this.memory = memory;
  }

  /**
   * A platform that is played.
   *
   * @param handler its addresses, and those that are the same for all platforms
   * @param tasks those that it has
   * @param deliverable those of them whose results are brought to callers
   * @param targetHeader in which a client behind a proxy names the address that it means; null for
   *     none
   */
  private record Played(
      Handler handler,
      Function<String, Optional<TaskStatus>> tasks,
      Supplier<Collection<AcceptedTask>> deliverable,
      @Nullable String targetHeader) {}

  /**
   * All addresses.
   *
   * @param handler answers them
   * @param deliverable the tasks of now whose results are brought to callers
   */
  record Addresses(Handler handler, Supplier<Collection<AcceptedTask>> deliverable) {}

  /** All addresses; the platform goes on with the tasks that the memory has kept. */
  static Addresses of(SandboxAddress address, SandboxMemory memory, Server server) {
    return new SandboxHandlers(address, memory).all(server);
  }

  private Addresses all(Server server) {
    PathMappingsHandler paths = common();
    Played played =
        options
            .protocol()
            .map(protocol -> described(protocol, paths))
            .orElseGet(() -> runware(paths, server));
    WorkbenchHandler page =
        new WorkbenchHandler(
            address.root(),
            address.key(),
            about(),
            new TaskFeed(memory.ledger(), memory.exchanges(), played.tasks(), memory.clock()),
            new FaultControl(memory.faults(), options::requirePlayable),
            options.workbench(),
            new RequestBodies(new ReceiveBudget(PAGE_REQUEST, PAGE_REQUESTS)),
            played.targetHeader());
    Handler all = new Handler.Sequence(page, played.handler());
    return new Addresses(
        new OriginCheck(all, options.isLoopback(), WorkbenchHandler.PATH), played.deliverable());
  }

  /** The addresses that are the same for all platforms. */
  private PathMappingsHandler common() {
    PathMappingsHandler paths = new PathMappingsHandler();
    paths.addMapping(
        PathSpec.from("/media/*"),
        new ContextHandler(
            new MediaDownloadHandler(memory.media(), memory.ledger(), memory.faults()), "/media"));
    paths.addMapping(
        PathSpec.from(WorkbenchHandler.MEDIA + "*"),
        new ContextHandler(
            new MediaHandler(memory.media()), WorkbenchHandler.MEDIA.replaceAll("/$", "")));
    paths.addMapping(PathSpec.from("/ledger"), new LedgerHandler(memory.ledger()));
    if (options.pages() != PageSource.NONE) {
      paths.addMapping(
          PathSpec.from(PAGES + "/*"), new ContextHandler(new PageHandler(options.pages()), PAGES));
    }
    paths.addMapping(PathSpec.from("/health"), new ControlHandler(HttpMethod.GET, this::health));
    paths.addMapping(
        PathSpec.from("/reset"),
        new ControlHandler(
            HttpMethod.POST,
            () -> {
              memory.reset();
              return health();
            }));
    return paths;
  }

  private ObjectNode health() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", "up")
        .put("platform", options.platformName())
        .put("endpoint", address.endpoint().toString());
  }

  /** What the page says of this sandbox. */
  private ObjectNode about() {
    return health()
        .put("title", address.platformTitle())
        .put("docs", options.pages() != PageSource.NONE)
        .put("workbench", options.workbench() != Workbench.NONE);
  }

  /** A platform as its description says. Its tasks fail as a whole. */
  private Played described(PlatformProtocol protocol, PathMappingsHandler paths) {
    SandboxBehavior behavior = options.behavior();
    Platform platform = Objects.requireNonNull(options.platform());
    RenderFailure failure = behavior.renderFailure();
    URI uploads = address.root().resolve(UploadHandler.PATH);
    FileUploads files = new FileUploads(memory.media(), uploads);
    PlatformService service =
        new PlatformService(
            new PlayedPlatform(
                platform,
                protocol,
                address.endpoint(),
                options.catalogue(),
                options.apiKeys(),
                behavior),
            renderer(
                failure.failedResults() == 0
                    ? RenderFailure.NONE
                    : RenderFailure.all(failure.code(), failure.message())),
            memory.media(),
            files,
            memory.ledger(),
            memory.retentions().tasks(),
            memory.state(),
            memory.clock());
    String targetHeader = platform.sandbox().target();
    PlatformHandler handler =
        new PlatformHandler(service, memory.budget(), memory.faults(), targetHeader);
    paths.addMapping(PathSpec.from("/"), recorded(handler.unknownAddresses()));
    return new Played(
        new Handler.Sequence(
            recorded(new UploadHandler(files, memory.budget())), recorded(handler), paths),
        service::status,
        List::of,
        targetHeader);
  }

  private FakeRenderer renderer(RenderFailure failure) {
    return new FakeRenderer(
        options.renderTime(),
        options.behavior().stagger(),
        failure,
        memory.media(),
        memory.clock());
  }

  private Played runware(PathMappingsHandler paths, Server server) {
    TaskService service =
        new TaskService(
            options.catalogue(),
            options.behavior(),
            renderer(options.behavior().renderFailure()),
            memory.media(),
            memory.ledger(),
            memory.clock(),
            memory.budget(),
            memory.retentions(),
            memory.state(),
            memory.deliveries()::schedule);
    Handler api = runwareApi(service, server);
    SchemaHandler schemas = new SchemaHandler(options.catalogue(), options.schemas());
    paths.addMapping(PathSpec.from(SchemaHandler.RESOLVE + "*"), schemas);
    paths.addMapping(PathSpec.from(SchemaHandler.REGISTRY), schemas);
    paths.addMapping(PathSpec.from(SandboxAddress.RUNWARE), api);
    paths.addMapping(PathSpec.from(SandboxAddress.RUNWARE + "/"), api);
    paths.addMapping(PathSpec.from("/"), recorded(new NotFoundHandler()));
    return new Played(paths, service::status, service::tasks, null);
  }

  /** One address for HTTP and, where it is offered, WebSocket. */
  private Handler runwareApi(TaskService service, Server server) {
    ApiKeyAuthenticator authentication = new ApiKeyAuthenticator(options.apiKeys());
    Handler http =
        recorded(
            new ApiHandler(
                service, authentication, memory.faults(), new RequestBodies(memory.budget())));
    return options.behavior().webSocket().enabled()
        ? new WebSocketUpgradeHandler(
            http,
            service,
            authentication,
            memory.faults(),
            memory.exchanges(),
            options.behavior(),
            memory.ledger(),
            memory.clock(),
            memory.budget(),
            memory.retentions(),
            server)
        : http;
  }

  private Handler recorded(Handler handler) {
    return new ExchangeRecorder(handler, memory.exchanges());
  }
}
