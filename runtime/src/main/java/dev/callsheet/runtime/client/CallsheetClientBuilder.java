package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.SharedPace;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.runware.ApiEndpoint;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Settings for a {@link CallsheetClient}. Only keys have no default. */
public final class CallsheetClientBuilder {
  /** The environment variable with the key. */
  public static final String KEY_VARIABLE = RunwarePlatform.KEY_VARIABLE;

  /** The environment variable with the endpoint. */
  public static final String ENDPOINT_VARIABLE = RunwarePlatform.ENDPOINT_VARIABLE;

  ApiEndpoint endpoint = ApiEndpoint.of(RunwarePlatform.ADDRESS);
  @Nullable TransportKind transport;
  WebSocketPolicy webSocketPolicy = WebSocketPolicy.standard();
  @Nullable ApiKey key;
  final Map<String, PlatformProtocol> protocols = new LinkedHashMap<>();
  final Map<String, ApiKey> keys = new HashMap<>();
  final Map<String, URI> endpoints = new HashMap<>();
  Map<String, String> keyVariables = Map.of();
  @Nullable HttpClient httpClient;
  Duration connectTimeout = Duration.ofSeconds(10);
  Duration requestTimeout = Duration.ofSeconds(60);
  Duration downloadTimeout = Duration.ofMinutes(10);
  Duration uploadTimeout = Duration.ofMinutes(10);
  RetryPolicy retryPolicy = RetryPolicy.standard();
  PollPolicy pollPolicy = PollPolicy.standard();
  RatePolicy ratePolicy = RatePolicy.unlimited();
  ResponseLimits limits = ResponseLimits.standard();
  final List<JobListener> listeners = new ArrayList<>();
  Supplier<BudgetLedger> budget = () -> new BudgetTracker(Budget.unlimited());
  @Nullable SharedPace pace;
  @Nullable Journal journal;
  @Nullable String account;
  Map<String, String> variables = System.getenv();
  Clock clock = Clock.systemUTC();
  RandomGenerator random = RandomGenerator.getDefault();

  CallsheetClientBuilder() {}

  /**
   * Takes keys, endpoints and the journal from environment variables, where they are set: the key
   * to a platform from the variable that its description names, and its endpoint from {@code
   * CALLSHEET_ENDPOINT_} and its name in capitals.
   */
  public CallsheetClientBuilder environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
    this.keyVariables = this.variables;
    var givenKey = variables.get(KEY_VARIABLE);
    if (givenKey != null) {
      apiKey(givenKey);
    }
    var givenEndpoint = variables.get(ENDPOINT_VARIABLE);
    if (givenEndpoint != null && !givenEndpoint.isBlank()) {
      endpoint(parse(ENDPOINT_VARIABLE, givenEndpoint.strip()));
    }
    return this;
  }

  /**
   * The address that requests are sent to; {@code https://api.runware.ai/v1} unless set. A {@code
   * wss} (or {@code ws}) address chooses WebSocket.
   *
   * @throws ConfigurationException if it is no such address, or has a secret in it
   */
  public CallsheetClientBuilder endpoint(URI address) {
    endpoint = ApiEndpoint.of(address);
    return this;
  }

  /** How requests travel; by the endpoint's scheme unless set, whatever that is then. */
  public CallsheetClientBuilder transport(TransportKind kind) {
    transport = kind;
    return this;
  }

  /**
   * How a WebSocket is kept alive and opened again; {@link WebSocketPolicy#standard} unless set.
   */
  public CallsheetClientBuilder webSocket(WebSocketPolicy policy) {
    webSocketPolicy = policy;
    return this;
  }

  /** The key to the account. It is never shown again: not in logs, errors or {@code toString}. */
  public CallsheetClientBuilder apiKey(String secret) {
    key = new ApiKey(secret);
    return this;
  }

  /**
   * Sends requests to a platform as this description says. Its key is the one that {@link
   * #environment} has, or that {@link #apiKey(String, String)} gives. This is for platforms that
   * are neither known to the client nor described by the generated classes of their models, and for
   * another description of one that is.
   */
  public CallsheetClientBuilder platform(PlatformProtocol protocol) {
    protocols.put(protocol.name(), protocol);
    return this;
  }

  /** The key to the account at a platform other than Runware, such as {@code fal}. */
  public CallsheetClientBuilder apiKey(String platform, String secret) {
    keys.put(platform, new ApiKey(secret));
    return this;
  }

  /**
   * Where requests to a platform other than Runware are sent instead: to a local server, as a rule.
   * Its key then goes to that host only.
   */
  public CallsheetClientBuilder endpoint(String platform, URI address) {
    endpoints.put(platform, ApiEndpoint.of(address).http());
    return this;
  }

  /**
   * The HTTP client that everything travels by, downloads included, instead of the client's own:
   * one with a proxy, certificates or an authenticator of yours. It stays open when the Callsheet
   * client is closed, and its own settings hold in place of {@link #connectTimeout}.
   *
   * @throws ConfigurationException if it follows redirects: keys would go wherever they lead
   */
  public CallsheetClientBuilder httpClient(HttpClient client) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new ConfigurationException(
          "The HTTP client follows redirects, which would take keys to other hosts: build it with"
              + " followRedirects(HttpClient.Redirect.NEVER), which is its default");
    }
    httpClient = client;
    return this;
  }

  /** The longest time until a connection is open; 10 seconds unless set. */
  public CallsheetClientBuilder connectTimeout(Duration limit) {
    connectTimeout = limit;
    return this;
  }

  /** The longest time for one request and its reply; 60 seconds unless set. */
  public CallsheetClientBuilder requestTimeout(Duration limit) {
    requestTimeout = limit;
    return this;
  }

  /** The longest time for one attempt at a download; 10 minutes unless set. */
  public CallsheetClientBuilder downloadTimeout(Duration limit) {
    downloadTimeout = limit;
    return this;
  }

  /** The longest time for one attempt at storing media; 10 minutes unless set. */
  public CallsheetClientBuilder uploadTimeout(Duration limit) {
    uploadTimeout = limit;
    return this;
  }

  /**
   * How submissions, uploads and downloads are retried; {@link RetryPolicy#standard} unless set.
   */
  public CallsheetClientBuilder retries(RetryPolicy policy) {
    retryPolicy = policy;
    return this;
  }

  /** How often jobs are polled; {@link PollPolicy#standard} unless set. */
  public CallsheetClientBuilder polling(PollPolicy policy) {
    pollPolicy = policy;
    return this;
  }

  /**
   * The most requests a second, in the long run: submissions and polls together, submissions first.
   * Unlimited unless set. Where the server asks for a pause ({@code Retry-After}), nothing is sent
   * until it is over in any case.
   *
   * @throws IllegalArgumentException unless the number is above zero
   */
  public CallsheetClientBuilder requestsPerSecond(double requests) {
    ratePolicy = RatePolicy.perSecond(requests);
    return this;
  }

  /**
   * A pace that this client keeps together with others; none unless set. What {@link
   * #requestsPerSecond} says, or a platform's description, each client keeps besides.
   */
  public CallsheetClientBuilder pace(SharedPace shared) {
    pace = shared;
    return this;
  }

  /**
   * How much is taken from a server: the size of replies and downloads, the length of messages;
   * {@link ResponseLimits#standard} unless set.
   */
  public CallsheetClientBuilder limits(ResponseLimits most) {
    limits = most;
    return this;
  }

  /** How much the client may spend; {@link Budget#unlimited} unless set. */
  public CallsheetClientBuilder budget(Budget limits) {
    budget = () -> new BudgetTracker(limits);
    return this;
  }

  /** What the client spends is kept account of here, together with what others spend. */
  public CallsheetClientBuilder budget(BudgetLedger shared) {
    budget = () -> shared;
    return this;
  }

  /**
   * Keeps the journal in a directory, which is made if need be; in {@code callsheet} among the
   * user's state files unless set, or where {@code CALLSHEET_JOURNAL} says.
   */
  public CallsheetClientBuilder journal(Path directory) {
    return journal(new FileJournal(directory));
  }

  /** Keeps the journal there. With {@link Journal#none()}, a crash may lose paid tasks. */
  public CallsheetClientBuilder journal(Journal place) {
    journal = place;
    return this;
  }

  /**
   * The account that the key is of, as a name for the journal: jobs of one account are never
   * resumed by another. Unless set, it is derived from the key, so that a new key counts as a new
   * account.
   */
  public CallsheetClientBuilder account(String name) {
    account = name;
    return this;
  }

  /** Calls this listener, besides those given before, with everything that the client does. */
  public CallsheetClientBuilder listener(JobListener jobListener) {
    listeners.add(jobListener);
    return this;
  }

  /** What a date in {@code Retry-After} is compared with; the system's clock unless set. */
  public CallsheetClientBuilder clock(Clock source) {
    clock = source;
    return this;
  }

  /** Where the random part of waits comes from. */
  public CallsheetClientBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * The client.
   *
   * @throws ConfigurationException if there is no key to any platform
   * @throws dev.callsheet.runtime.client.error.JournalException if the journal cannot be written
   */
  public CallsheetClient build() {
    return new ClientAssembly(this).client();
  }

  /** The key to a platform, given or in this variable; null if there is none. */
  @Nullable ApiKey keyOf(String platform, String variable) {
    var given = keys.get(platform);
    var value = keyVariables.get(variable);
    return given != null || value == null ? given : new ApiKey(value);
  }

  /** The endpoint of a platform that is not its description's; null if there is none. */
  @Nullable URI endpointOf(String platform) {
    var given = endpoints.get(platform);
    var variable = endpointVariable(platform);
    var address = keyVariables.get(variable);
    return given != null || address == null || address.isBlank()
        ? given
        : ApiEndpoint.of(parse(variable, address.strip())).http();
  }

  /**
   * The environment variable with a platform's endpoint, such as {@code CALLSHEET_ENDPOINT_FAL}.
   */
  public static String endpointVariable(String platform) {
    return platform.equals(RawRequest.PLATFORM)
        ? ENDPOINT_VARIABLE
        : ENDPOINT_VARIABLE + "_" + platform.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static URI parse(String variable, String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(variable + " is not a URI: " + address);
    }
  }
}
