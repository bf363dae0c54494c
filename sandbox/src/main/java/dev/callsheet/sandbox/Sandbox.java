package dev.callsheet.sandbox;

import dev.callsheet.sandbox.internal.exchange.Exchange;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.StateFolder;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running server on this machine. Its tasks, its media and its ledger live as long as it does,
 * or, with {@link SandboxOptions#state}, in a folder from which the next one goes on.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
 *   URI endpoint = sandbox.endpoint();
 *   ...
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  /** How much longer a silent connection lives than the longest wait for results. */
  private static final Duration IDLE_MARGIN = Duration.ofSeconds(30);

  private final Server server;
  private final SandboxAddress address;
  private final SandboxMemory memory;

  private Sandbox(Server server, SandboxAddress address, SandboxMemory memory) {
    this.server = server;
    this.address = address;
    this.memory = memory;
  }

  /**
   * Starts a server and returns when it listens.
   *
   * @throws FileSystemException when the folder of its state cannot be used; the message says why,
   *     for people
   * @throws IOException when the port is taken or may not be used
   * @throws UncheckedSpecException when one of the catalogue's own specs is wrong
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    return start(options, InstantSource.system());
  }

  /** As {@link #start(SandboxOptions)}, by another clock. */
  static Sandbox start(SandboxOptions options, InstantSource clock) throws IOException {
    options.catalogue().own(); // what is wrong is told now, not by the first request
    Path folder = options.state();
    SandboxState state =
        folder == null ? SandboxState.NONE : StateFolder.open(folder, options.platformName());
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("callsheet-sandbox");
    threads.setDaemon(true);
    Server server = new Server(threads);
    try {
      ServerConnector connector = listen(server, options);
      SandboxAddress address = SandboxAddress.at(connector.getLocalPort(), options);
      SandboxMemory memory = SandboxMemory.of(options, address.root(), state, clock);
      SandboxHandlers.Addresses addresses = SandboxHandlers.of(address, memory, server);
      server.setHandler(addresses.handler());
      memory.restored();
      Collection<AcceptedTask> kept = addresses.deliverable().get();
      server.start();
      memory.restoreDeliveries(kept); // whoever hears of a result can fetch it
      return new Sandbox(server, address, memory);
    } catch (IOException | RuntimeException e) {
      stop(server, state);
      throw e;
    } catch (Exception e) {
      stop(server, state);
      throw new IllegalStateException("the sandbox did not start", e);
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

  private static void stop(Server server, SandboxState state) {
    try (state) {
      server.stop();
      for (var connector : server.getConnectors()) {
        ((ServerConnector) connector).close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the sandbox did not stop cleanly", e);
    }
  }

  /**
   * Forgets everything that was sent: tasks, media, the ledger, and what of it is in the folder of
   * its state; all faults are still to come. As {@code POST /reset}.
   */
  public void reset() {
    memory.reset();
  }

  /** What a client of the platform is given in place of its address. */
  public URI endpoint() {
    return address.endpoint();
  }

  /** The name of the platform that is played, such as {@code fal}. */
  public String platformName() {
    return address.options().platformName();
  }

  /**
   * The environment variables by which a client comes here: the endpoint, and a key that will do.
   */
  public Map<String, String> environment() {
    return address.environment();
  }

  /** The same address for WebSocket: {@code ws://...}. */
  public URI socketEndpoint() {
    return address.socketEndpoint();
  }

  /** Where the ledger is shown to other processes, as JSON. */
  public URI ledgerUri() {
    return address.root().resolve("ledger");
  }

  /** Where people find the page of this sandbox: its tasks as they come, and what it was sent. */
  public URI page() {
    return address.root();
  }

  /** Everything that was submitted, charged and delivered so far. */
  public Ledger ledger() {
    return memory.ledger();
  }

  /**
   * The requests that came, the first of them first, and the messages over WebSockets: the latest
   * few hundred since the last reset. Downloads of media are in the ledger alone.
   */
  public List<ReceivedRequest> requests() {
    return memory.exchanges().received().stream().map(Exchange::asRequest).toList();
  }

  /** One line for people, which ends in the address that a client is to be given. */
  public String startLine() {
    return address.startLine();
  }

  /** What whoever started it should know, a line each; empty where there is nothing. */
  public Optional<String> warning() {
    String lines =
        Stream.of(address.options().hostWarning(), memory.state().warning())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    return Optional.of(lines).filter(text -> !text.isEmpty());
  }

  /** Waits until the server is stopped by another thread. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops the server, its connections and its deliveries. A second time does nothing. */
  @Override
  public void close() {
    memory.deliveries().close();
    stop(server, memory.state());
  }
}
