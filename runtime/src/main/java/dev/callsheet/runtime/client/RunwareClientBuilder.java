package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.download.Downloader;
import dev.callsheet.runtime.client.download.Fetcher;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.loop.LoopThread;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.money.Budget;
import dev.callsheet.runtime.client.money.Purse;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.SocketPolicy;
import dev.callsheet.runtime.client.transport.ApiKey;
import dev.callsheet.runtime.client.transport.HttpTransport;
import dev.callsheet.runtime.client.transport.NetClient;
import dev.callsheet.runtime.client.transport.Traffic;
import dev.callsheet.runtime.client.transport.Transport;
import dev.callsheet.runtime.client.transport.socket.JdkDialer;
import dev.callsheet.runtime.client.transport.socket.SocketTransport;
import dev.callsheet.runtime.client.wire.PushReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Settings for a {@link RunwareClient}. Only the key has no default. */
public final class RunwareClientBuilder {
  /** The environment variable with the key. */
  public static final String KEY_VARIABLE = "RUNWARE_API_KEY";

  /** The environment variable with the endpoint. */
  public static final String ENDPOINT_VARIABLE = "CALLSHEET_ENDPOINT";

  private static final URI RUNWARE = URI.create("https://api.runware.ai/v1");

  private Endpoint endpoint = Endpoint.at(RUNWARE);
  private @Nullable TransportKind transport;
  private SocketPolicy socket = SocketPolicy.standard();
  private @Nullable ApiKey key;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration requestTimeout = Duration.ofSeconds(60);
  private Duration downloadTimeout = Duration.ofMinutes(10);
  private Duration uploadTimeout = Duration.ofMinutes(10);
  private RetryPolicy retries = RetryPolicy.standard();
  private PollPolicy polling = PollPolicy.standard();
  private RatePolicy rate = RatePolicy.unlimited();
  private JobListener listener = new JobListener() {};
  private Budget budget = Budget.unlimited();
  private @Nullable Journal journal;
  private @Nullable String account;
  private Map<String, String> variables = System.getenv();
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = RandomGenerator.getDefault();

  RunwareClientBuilder() {}

  /** Takes the key, the endpoint and the journal from environment variables, where they are set. */
  public RunwareClientBuilder environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
    var givenKey = variables.get(KEY_VARIABLE);
    if (givenKey != null) {
      apiKey(givenKey);
    }
    var givenEndpoint = variables.get(ENDPOINT_VARIABLE);
    if (givenEndpoint != null && !givenEndpoint.isBlank()) {
      endpoint(parse(givenEndpoint.strip()));
    }
    return this;
  }

  /**
   * The address that requests are sent to; {@code https://api.runware.ai/v1} unless set. A {@code
   * wss} (or {@code ws}) address chooses WebSocket.
   *
   * @throws ConfigurationException if it is no such address, or has a secret in it
   */
  public RunwareClientBuilder endpoint(URI address) {
    endpoint = Endpoint.at(address);
    return this;
  }

  /** How requests travel; by the endpoint's scheme unless set, whatever that is then. */
  public RunwareClientBuilder transport(TransportKind kind) {
    transport = kind;
    return this;
  }

  /** How a WebSocket is kept alive and made anew; {@link SocketPolicy#standard} unless set. */
  public RunwareClientBuilder socket(SocketPolicy policy) {
    socket = policy;
    return this;
  }

  /** The key to the account. It is never shown again: not in logs, errors or {@code toString}. */
  public RunwareClientBuilder apiKey(String secret) {
    key = new ApiKey(secret);
    return this;
  }

  /** The longest time until a connection stands; 10 seconds unless set. */
  public RunwareClientBuilder connectTimeout(Duration limit) {
    connectTimeout = limit;
    return this;
  }

  /** The longest time for one request and its reply; 60 seconds unless set. */
  public RunwareClientBuilder requestTimeout(Duration limit) {
    requestTimeout = limit;
    return this;
  }

  /** The longest time for one attempt at a download; 10 minutes unless set. */
  public RunwareClientBuilder downloadTimeout(Duration limit) {
    downloadTimeout = limit;
    return this;
  }

  /** The longest time for one attempt at storing media; 10 minutes unless set. */
  public RunwareClientBuilder uploadTimeout(Duration limit) {
    uploadTimeout = limit;
    return this;
  }

  /**
   * How submissions, uploads and downloads are tried again; {@link RetryPolicy#standard} unless
   * set.
   */
  public RunwareClientBuilder retries(RetryPolicy policy) {
    retries = policy;
    return this;
  }

  /** How often jobs are asked for; {@link PollPolicy#standard} unless set. */
  public RunwareClientBuilder polling(PollPolicy policy) {
    polling = policy;
    return this;
  }

  /**
   * The most requests a second, in the long run: submissions and polls together, submissions first.
   * Unlimited unless set. Where the server asks for quiet ({@code Retry-After}), nothing is sent
   * until then in any case.
   *
   * @throws IllegalArgumentException unless the number is above zero
   */
  public RunwareClientBuilder requestsPerSecond(double requests) {
    rate = RatePolicy.perSecond(requests);
    return this;
  }

  /** How much the client may spend; {@link Budget#unlimited} unless set. */
  public RunwareClientBuilder budget(Budget limits) {
    budget = limits;
    return this;
  }

  /**
   * Keeps the journal in a directory, which is made if need be; in {@code callsheet} among the
   * user's state files unless set, or where {@code CALLSHEET_JOURNAL} says.
   */
  public RunwareClientBuilder journal(Path directory) {
    return journal(Journal.in(directory));
  }

  /** Keeps the journal there. {@link Journal#none()} does without: a crash may lose paid tasks. */
  public RunwareClientBuilder journal(Journal place) {
    journal = place;
    return this;
  }

  /**
   * The account that the key is of, as a name for the journal: jobs of one account are never
   * resumed by another. Unless set, it is derived from the key, so that a new key counts as a new
   * account.
   */
  public RunwareClientBuilder account(String name) {
    account = name;
    return this;
  }

  /** Hears of everything the client does. */
  public RunwareClientBuilder listener(JobListener ear) {
    listener = ear;
    return this;
  }

  /** What a date in {@code Retry-After} is compared with; the system's clock unless set. */
  public RunwareClientBuilder clock(Clock source) {
    clock = source;
    return this;
  }

  /** Where the random part of waits comes from. */
  public RunwareClientBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * The client.
   *
   * @throws ConfigurationException if there is no key
   * @throws dev.callsheet.runtime.client.error.JournalException if the journal cannot be written
   */
  public RunwareClient build() {
    if (key == null) {
      throw new ConfigurationException(
          "No API key: set the environment variable " + KEY_VARIABLE + " or give one to apiKey()");
    }
    var place = journal == null ? Journal.of(variables) : journal;
    var scope = new Scope(endpoint.http(), account == null ? key.alias() : account);
    var recorder = new Recorder(place.open(scope), key::hiddenIn, clock);
    var announcements = announcements();
    var loop = new LoopThread("callsheet-client");
    var net = NetClient.of(endpoint.http(), connectTimeout);
    var http = new HttpTransport(endpoint.http(), key, net, requestTimeout, clock);
    var fetcher = new Fetcher(connectTimeout, downloadTimeout, retries, random);
    var announcer = new Announcer(listener, announcements);
    var engine =
        new Engine(
            new Traffic(way(http, net, key, loop), loop, rate),
            loop,
            announcer,
            recorder,
            retries,
            polling,
            random,
            new Downloader(fetcher, event -> announcer.tell(ear -> ear.onDownloaded(event))));
    var media =
        new MediaStorage(
            http,
            uploadTimeout,
            retries,
            random,
            event -> announcer.tell(ear -> ear.onUploaded(event)));
    return new RunwareClient(
        endpoint.address(),
        engine,
        media,
        new Purse(budget),
        new PushReader(key::hiddenIn),
        announcements);
  }

  private Transport way(HttpTransport http, NetClient net, ApiKey secret, Loop loop) {
    var kind =
        transport != null
            ? transport
            : endpoint.isSocket() ? TransportKind.WEB_SOCKET : TransportKind.HTTP;
    if (kind == TransportKind.HTTP) {
      return http;
    }
    var dialer = new JdkDialer(net, endpoint.socket(), connectTimeout);
    return new SocketTransport(dialer, http, secret, socket, requestTimeout, loop, random);
  }

  private static URI parse(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(ENDPOINT_VARIABLE + " is not a URI: " + address);
    }
  }

  private static ExecutorService announcements() {
    var thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var worker = new Thread(task, "callsheet-listeners");
              worker.setDaemon(true);
              return worker;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }
}
