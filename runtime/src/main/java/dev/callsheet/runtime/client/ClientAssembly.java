package dev.callsheet.runtime.client;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.FileFetcher;
import dev.callsheet.runtime.internal.job.ClientContext;
import dev.callsheet.runtime.internal.job.EventDispatcher;
import dev.callsheet.runtime.internal.job.JobPipeline;
import dev.callsheet.runtime.internal.job.JobPipelines;
import dev.callsheet.runtime.internal.job.JournalWriter;
import dev.callsheet.runtime.internal.job.Protocol;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.EventLoopThread;
import dev.callsheet.runtime.internal.media.HttpMediaStorage;
import dev.callsheet.runtime.internal.media.MeasuringMediaStorage;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a client and all its parts from its settings. */
final class ClientAssembly {
  private final CallsheetClientBuilder settings;
  private final EventDispatcher events;
  private final EventLoop loop = new EventLoopThread("callsheet-client");
  private final BudgetTracker budget;
  private final Downloader downloader;

  ClientAssembly(CallsheetClientBuilder settings) {
    this.settings = settings;
    this.events = new EventDispatcher(settings.listener);
    this.budget = new BudgetTracker(settings.budget);
    this.downloader = downloader();
  }

  CallsheetClient client() {
    var pipelines = new LinkedHashMap<String, JobPipeline>();
    try {
      return client(pipelines);
    } catch (RuntimeException failure) {
      if (pipelines.isEmpty()) {
        loop.close();
        events.close();
      } else {
        new JobPipelines(pipelines, Map.of()).close();
      }
      throw failure;
    }
  }

  private CallsheetClient client(Map<String, JobPipeline> pipelines) {
    var missingKeys = new HashMap<String, String>();
    var endpoint = settings.endpoint.address();
    @Nullable MediaStorage media = null;
    var durations = MediaDurations.inline();
    if (settings.key == null) {
      missingKeys.put(RunwarePlatform.NAME, CallsheetClientBuilder.KEY_VARIABLE);
    } else {
      var key = settings.key;
      var journal = journal(settings.endpoint.http(), key);
      var net = SharedHttpClient.of(settings.endpoint.http(), settings.connectTimeout);
      var http =
          new HttpTransport(
              settings.endpoint.http(),
              key,
              net,
              settings.requestTimeout,
              settings.limits,
              settings.clock);
      var storage = new MeasuringMediaStorage(mediaStorage(http));
      media = storage;
      durations = storage;
      pipelines.put(
          RunwarePlatform.NAME,
          pipeline(
              new RunwareProtocol(
                  new NotificationReader(key::redactIn, settings.limits.messageLength())),
              transport(http, net, key),
              journal,
              settings.pollPolicy,
              settings.ratePolicy,
              storage));
    }
    for (var protocol : settings.protocols.values()) {
      var key = settings.keyOf(protocol);
      if (key == null) {
        missingKeys.put(protocol.name(), protocol.key().variable());
      } else {
        endpoint = pipelines.isEmpty() ? address(protocol) : endpoint;
        pipelines.put(protocol.name(), described(protocol, key, durations));
      }
    }
    if (pipelines.isEmpty()) {
      throw new ConfigurationException(
          "No API key: set the environment variable "
              + String.join(" or ", new TreeSet<>(missingKeys.values()))
              + " or give one to apiKey()");
    }
    return new CallsheetClient(endpoint, new JobPipelines(pipelines, missingKeys), media);
  }

  private URI address(PlatformProtocol protocol) {
    return Objects.requireNonNullElseGet(settings.endpointOf(protocol), protocol::base);
  }

  private JobPipeline described(PlatformProtocol protocol, ApiKey key, MediaDurations durations) {
    var address = address(protocol);
    var journal =
        journal(address, key); // first: nothing is to be opened where it cannot be written
    var transport =
        new DescribedTransport(
            protocol,
            settings.endpointOf(protocol),
            key,
            SharedHttpClient.of(address, settings.connectTimeout),
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
        transport,
        journal,
        settings.pollPolicy.oneByOne(least),
        rate,
        durations);
  }

  private JobPipeline pipeline(
      Protocol protocol,
      Transport transport,
      JournalWriter journal,
      PollPolicy polling,
      RatePolicy rate,
      MediaDurations durations) {
    var context =
        new ClientContext(
            protocol,
            new RequestScheduler(transport, loop, rate),
            loop,
            events,
            journal,
            budget,
            settings.retryPolicy,
            polling,
            settings.limits,
            settings.random,
            downloader);
    return new JobPipeline(context, durations);
  }

  private JournalWriter journal(URI endpoint, ApiKey key) {
    var journal = settings.journal == null ? FileJournal.of(settings.variables) : settings.journal;
    var account = settings.account == null ? key.accountAlias() : settings.account;
    return new JournalWriter(journal.open(new Scope(endpoint, account)), settings.clock);
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
            settings.connectTimeout,
            settings.downloadTimeout,
            settings.limits,
            settings.retryPolicy,
            settings.random);
    return new Downloader(
        fetcher,
        settings.limits.downloadSize(),
        event -> events.dispatch(listener -> listener.onDownloaded(event)));
  }

  private HttpMediaStorage mediaStorage(HttpTransport http) {
    return new HttpMediaStorage(
        http,
        settings.uploadTimeout,
        settings.retryPolicy,
        settings.random,
        event -> events.dispatch(listener -> listener.onUploaded(event)));
  }
}
