package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** Starts scripted servers and clients with short waits, and closes them after each test. */
abstract class ClientTest {
  static final String KEY = "sk-Very-Secret-0123456789";
  static final Duration LONG = Duration.ofSeconds(20);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  ScriptedServer server(ScriptedPlatform.Script script) throws IOException {
    return closing(new ScriptedServer(script));
  }

  CallsheetClientBuilder settings(ScriptedPlatform server) {
    return CallsheetClient.builder()
        .endpoint(server.endpoint())
        .apiKey(KEY)
        .webSocket(
            new WebSocketPolicy(
                LONG,
                LONG,
                LONG,
                Duration.ofMillis(50),
                Duration.ofMillis(1),
                Duration.ofMillis(5)))
        .journal(Journal.none())
        .retries(new RetryPolicy(4, Duration.ofMillis(1), 1, Duration.ofMillis(1), 0))
        .polling(
            new PollPolicy(
                Duration.ofMillis(2),
                1,
                Duration.ofMillis(2),
                0,
                Duration.ofMillis(1),
                100,
                Duration.ofMillis(500)));
  }

  CallsheetClient client(ScriptedPlatform server) {
    return closing(settings(server).build());
  }

  <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  /** Returns when the listeners of a job have heard that it has finished, and so all before. */
  static void awaitListeners(Job<?> job) {
    var heard = new CompletableFuture<Void>();
    job.onProgress(
        progress -> {
          if (progress.status().isFinal()) {
            heard.complete(null);
          }
        });
    heard.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Closes all clients and leaves the servers running. */
  void closeClients() throws Exception {
    for (var resource : open) {
      if (resource instanceof CallsheetClient client) {
        client.close();
      }
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
