package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.FileFetcher;
import dev.callsheet.runtime.internal.job.ClientContext;
import dev.callsheet.runtime.internal.job.EventDispatcher;
import dev.callsheet.runtime.internal.job.JobPipeline;
import dev.callsheet.runtime.internal.job.JournalWriter;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.EventLoopThread;
import dev.callsheet.runtime.internal.media.HttpMediaStorage;
import dev.callsheet.runtime.internal.media.MeasuringMediaStorage;
import dev.callsheet.runtime.internal.runware.HttpTransport;
import dev.callsheet.runtime.internal.runware.RunwareProtocol;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.websocket.JdkConnectionFactory;
import dev.callsheet.runtime.internal.websocket.WebSocketTransport;
import dev.callsheet.runtime.internal.wire.NotificationReader;

/** Makes a client and all its parts from its settings. */
final class ClientAssembly {
  private final CallsheetClientBuilder settings;
  private final ApiKey key;
  private final EventDispatcher events;

  ClientAssembly(CallsheetClientBuilder settings) {
    if (settings.key == null) {
      throw new ConfigurationException(
          "No API key: set the environment variable "
              + CallsheetClientBuilder.KEY_VARIABLE
              + " or give one to apiKey()");
    }
    this.settings = settings;
    this.key = settings.key;
    this.events = new EventDispatcher(settings.listener);
  }

  CallsheetClient client() {
    var journal = journal(); // first: nothing is to be opened where it cannot be written
    var net = SharedHttpClient.of(settings.endpoint.http(), settings.connectTimeout);
    var http =
        new HttpTransport(
            settings.endpoint.http(),
            key,
            net,
            settings.requestTimeout,
            settings.limits,
            settings.clock);
    var loop = new EventLoopThread("callsheet-client");
    var context =
        new ClientContext(
            new RunwareProtocol(
                new NotificationReader(key::redactIn, settings.limits.messageLength())),
            new RequestScheduler(transport(http, net, loop), loop, settings.ratePolicy),
            loop,
            events,
            journal,
            new BudgetTracker(settings.budget),
            settings.retryPolicy,
            settings.pollPolicy,
            settings.limits,
            settings.random,
            downloader());
    var storage = new MeasuringMediaStorage(mediaStorage(http));
    return new CallsheetClient(
        settings.endpoint.address(), new JobPipeline(context, storage), storage);
  }

  private JournalWriter journal() {
    var journal = settings.journal == null ? FileJournal.of(settings.variables) : settings.journal;
    var account = settings.account == null ? key.accountAlias() : settings.account;
    var scope = new Scope(settings.endpoint.http(), account);
    return new JournalWriter(journal.open(scope), settings.clock);
  }

  private Transport transport(HttpTransport http, SharedHttpClient net, EventLoop loop) {
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
