package dev.callsheet.runtime.client;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.MediaUploaded;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.FileFetcher;
import dev.callsheet.runtime.internal.job.ClientContext;
import dev.callsheet.runtime.internal.job.EventDispatcher;
import dev.callsheet.runtime.internal.job.JobPipeline;
import dev.callsheet.runtime.internal.job.JobPipelines;
import dev.callsheet.runtime.internal.job.JournalWriter;
import dev.callsheet.runtime.internal.job.MediaUpload;
import dev.callsheet.runtime.internal.job.Protocol;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.EventLoopThread;
import dev.callsheet.runtime.internal.media.HttpMediaStorage;
import dev.callsheet.runtime.internal.media.MeasuringMediaStorage;
import dev.callsheet.runtime.internal.media.StorageCalls;
import dev.callsheet.runtime.internal.platform.BundledPlatforms;
import dev.callsheet.runtime.internal.platform.DescribedProtocol;
import dev.callsheet.runtime.internal.platform.DescribedTransport;
import dev.callsheet.runtime.internal.runware.HttpTransport;
import dev.callsheet.runtime.internal.runware.RunwarePlatform;
import dev.callsheet.runtime.internal.runware.RunwareProtocol;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.websocket.JdkConnectionFactory;
import dev.callsheet.runtime.internal.websocket.WebSocketTransport;
import dev.callsheet.runtime.internal.wire.NotificationReader;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a client and all its parts from its settings, and what it needs for further platforms. */
final class ClientAssembly implements JobPipelines.Source {
  private final CallsheetClientBuilder settings;
  private final EventDispatcher events;
  private final EventLoop loop = new EventLoopThread("callsheet-client");
  private final BudgetLedger budget;
  private final Downloader downloader;
  private URI endpoint;
  private @Nullable MediaStorage media;
  private MediaDurations durations = MediaDurations.inline();

  ClientAssembly(CallsheetClientBuilder settings) {
    this.settings = settings;
    this.endpoint = settings.endpoint.address();
    this.events = new EventDispatcher(settings.listeners);
    this.budget = settings.budget.get();
    this.downloader = downloader();
  }

  CallsheetClient client() {
    var pipelines = new LinkedHashMap<String, JobPipeline>();
    try {
      open(pipelines);
      return new CallsheetClient(endpoint, new JobPipelines(pipelines, this), media);
    } catch (RuntimeException failure) {
      if (pipelines.isEmpty()) {
        loop.close();
        events.close();
      } else {
        new JobPipelines(pipelines, this).close();
      }
      throw failure;
    }
  }

  /** Opens what was asked for by name; the rest waits for its first request, but for one. */
  private void open(Map<String, JobPipeline> pipelines) {
    if (settings.key != null) {
      pipelines.put(RunwarePlatform.NAME, runware(settings.key));
    }
    for (var platform : platforms()) {
      if (pipelines.isEmpty() || settings.protocols.containsKey(platform)) {
        endpoint = pipelines.isEmpty() ? address(description(platform, null)) : endpoint;
        pipelines.put(platform, open(platform, null));
      }
    }
    if (pipelines.isEmpty()) {
      throw new ConfigurationException(
          "No API key: set the environment variable "
              + String.join(" or ", new TreeSet<>(keyVariables().values()))
              + " or give one to apiKey()");
    }
  }

  /** Those of the builder, and the bundled ones. */
  @Override
  public Set<String> platforms() {
    return keyVariables().entrySet().stream()
        .filter(platform -> hasKey(platform.getKey(), platform.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public JobPipeline open(String platform, @Nullable ModelType<?, ?> type) {
    if (platform.equals(RunwarePlatform.NAME)) {
      throw missingKey(platform, CallsheetClientBuilder.KEY_VARIABLE);
    }
    var protocol = description(platform, type);
    var key = settings.keyOf(platform, protocol.key().variable());
    if (key == null) {
      throw missingKey(platform, protocol.key().variable());
    }
    return described(protocol, key);
  }

  /** The builder's description, else the one that the model comes with, else the bundled one. */
  private PlatformProtocol description(String platform, @Nullable ModelType<?, ?> type) {
    var given = settings.protocols.get(platform);
    if (given != null) {
      return given;
    }
    return type != null && type.protocol() != null
        ? type.protocol().get()
        : BundledPlatforms.find(platform)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "This client does not know the platform "
                            + platform
                            + ": give its protocol to platform() on the builder"));
  }

  /** The variables of keys by the platforms that are known without a model. */
  private Map<String, String> keyVariables() {
    var variables = new LinkedHashMap<String, String>();
    settings.protocols.forEach((name, protocol) -> variables.put(name, protocol.key().variable()));
    BundledPlatforms.names()
        .forEach(name -> variables.putIfAbsent(name, BundledPlatforms.keyVariable(name)));
    if (settings.key == null) {
      variables.putIfAbsent(RunwarePlatform.NAME, CallsheetClientBuilder.KEY_VARIABLE);
    }
    return variables;
  }

  /** A bundled platform whose key is none is left out: the variable may be another program's. */
  private boolean hasKey(String platform, String variable) {
    try {
      return !platform.equals(RunwarePlatform.NAME) && settings.keyOf(platform, variable) != null;
    } catch (ConfigurationException noKey) {
      if (settings.protocols.containsKey(platform)) {
        throw noKey;
      }
      return false;
    }
  }

  private static ConfigurationException missingKey(String platform, String variable) {
    return new ConfigurationException(
        "No API key for "
            + platform
            + ": set the environment variable "
            + variable
            + " or give one to apiKey()");
  }

  private JobPipeline runware(ApiKey key) {
    var address = settings.endpoint.http();
    var scope = scope(address, key);
    return closingUnlessOpened(journal(scope), journal -> runware(key, address, scope, journal));
  }

  private JobPipeline runware(ApiKey key, URI address, Scope scope, JournalWriter journal) {
    var net = net(address);
    var http =
        new HttpTransport(
            address, key, net, settings.requestTimeout, settings.limits, settings.clock);
    var storage = new MeasuringMediaStorage(mediaStorage(http));
    media = storage;
    durations = storage;
    return pipeline(
        new RunwareProtocol(new NotificationReader(key::redactIn, settings.limits.messageLength())),
        journal,
        settings.pollPolicy,
        new RequestScheduler(
            transport(http, net, key),
            loop,
            settings.ratePolicy,
            permits(RunwarePlatform.NAME, scope, null, settings.requestTimeout)),
        file -> Media.of(storage.upload(file).mediaUUID()));
  }

  private URI address(PlatformProtocol protocol) {
    return Objects.requireNonNullElseGet(settings.endpointOf(protocol.name()), protocol::base);
  }

  private SharedHttpClient net(URI address) {
    return settings.httpClient == null
        ? SharedHttpClient.of(address, settings.connectTimeout)
        : SharedHttpClient.of(settings.httpClient);
  }

  private JobPipeline described(PlatformProtocol protocol, ApiKey key) {
    var address = address(protocol);
    var scope = scope(address, key);
    // first: nothing is to be opened where it cannot be written
    return closingUnlessOpened(
        journal(scope), journal -> described(protocol, key, address, scope, journal));
  }

  private JobPipeline described(
      PlatformProtocol protocol, ApiKey key, URI address, Scope scope, JournalWriter journal) {
    var transport =
        new DescribedTransport(
            protocol,
            settings.endpointOf(protocol.name()),
            key,
            net(address),
            settings.requestTimeout,
            settings.limits,
            settings.clock);
    var poll = protocol.poll();
    var least = poll == null || poll.atLeast() == null ? Duration.ZERO : poll.atLeast().duration();
    var perMinute = protocol.pace().perMinute();
    var rate =
        perMinute == null || !settings.ratePolicy.equals(RatePolicy.unlimited())
            ? settings.ratePolicy
            : RatePolicy.perSecond(perMinute / 60.0);
    return pipeline(
        new DescribedProtocol(protocol),
        journal,
        settings.pollPolicy.oneByOne(least),
        new RequestScheduler(
            transport, loop, rate, permits(protocol.name(), scope, perMinute, timeout(protocol))),
        transport
            .uploads(storageCalls(), settings.uploadTimeout)
            .<MediaUpload>map(upload -> file -> stored(upload, file))
            .orElse(file -> noUploads(protocol)));
  }

  private RemoteMedia stored(MediaUpload upload, LocalMedia file) {
    var started = System.nanoTime();
    var stored = upload.store(file);
    var took = Duration.ofNanos(System.nanoTime() - started);
    var event = new MediaUploaded(stored.parameter(), file.size(), took);
    events.dispatch(listener -> listener.onUploaded(event));
    return stored;
  }

  private static RemoteMedia noUploads(PlatformProtocol protocol) {
    throw new ConfigurationException(
        "The description of "
            + protocol.title()
            + " does not say how files are stored (`upload`): give media as an address, or as a"
            + " data URI");
  }

  /** What follows the journal may fail, such as a shared pace. */
  private static JobPipeline closingUnlessOpened(
      JournalWriter journal, Function<JournalWriter, JobPipeline> rest) {
    try {
      return rest.apply(journal);
    } catch (RuntimeException failure) {
      journal.close();
      throw failure;
    }
  }

  private JobPipeline pipeline(
      Protocol protocol,
      JournalWriter journal,
      PollPolicy polling,
      RequestScheduler scheduler,
      MediaUpload upload) {
    var context =
        new ClientContext(
            protocol,
            scheduler,
            loop,
            events,
            journal,
            budget,
            settings.retryPolicy,
            polling,
            settings.limits,
            settings.random,
            downloader);
    return new JobPipeline(context, durations, upload);
  }

  private Scope scope(URI endpoint, ApiKey key) {
    return new Scope(endpoint, settings.account == null ? key.accountAlias() : settings.account);
  }

  private JournalWriter journal(Scope scope) {
    var journal = settings.journal == null ? FileJournal.of(settings.variables) : settings.journal;
    return new JournalWriter(journal.open(scope), settings.clock);
  }

  private @Nullable Permits permits(
      String platform, Scope scope, @Nullable Integer published, Duration longestRequest) {
    return settings.pace == null
        ? null
        : settings.pace.open(platform, scope, published, longestRequest);
  }

  private Duration timeout(PlatformProtocol protocol) {
    var own = protocol.submit().timeout();
    return own == null || own.duration().compareTo(settings.requestTimeout) < 0
        ? settings.requestTimeout
        : own.duration();
  }

  private Transport transport(HttpTransport http, SharedHttpClient net, ApiKey key) {
    var kind = settings.transport;
    if (kind == null) {
      kind = settings.endpoint.isWebSocket() ? TransportKind.WEB_SOCKET : TransportKind.HTTP;
    }
    if (kind == TransportKind.HTTP) {
      return http;
    }
    var connections =
        new JdkConnectionFactory(
            net,
            settings.endpoint.webSocket(),
            settings.connectTimeout,
            settings.limits.replySize());
    return new WebSocketTransport(
        connections,
        http,
        key,
        settings.webSocketPolicy,
        settings.requestTimeout,
        settings.limits.messageLength(),
        loop,
        settings.random);
  }

  private Downloader downloader() {
    var fetcher =
        new FileFetcher(
            Objects.requireNonNullElseGet(
                settings.httpClient,
                () -> HttpClient.newBuilder().connectTimeout(settings.connectTimeout).build()),
            settings.downloadTimeout,
            settings.limits,
            settings.retryPolicy,
            settings.random);
    return new Downloader(
        fetcher,
        settings.limits.downloadSize(),
        event -> events.dispatch(listener -> listener.onDownloaded(event)));
  }

  private StorageCalls storageCalls() {
    return new StorageCalls(settings.retryPolicy, settings.random);
  }

  private HttpMediaStorage mediaStorage(HttpTransport http) {
    return new HttpMediaStorage(
        http,
        settings.uploadTimeout,
        storageCalls(),
        event -> events.dispatch(listener -> listener.onUploaded(event)));
  }
}
