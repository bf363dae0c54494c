package dev.callsheet.journal.postgresql;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform with a pace: what stands before its API counts requests as they come, and refuses with
 * 429 what is too much in a window that slides.
 */
final class PacedPlatform implements AutoCloseable {
  private static final int THREADS = 24;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI api;
  private final int limit;
  private final Duration window;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Long> arrivals = new ArrayList<>();
  private final Deque<Long> recent = new ArrayDeque<>();
  private final Map<String, Integer> submissions = new HashMap<>();
  private int refusals;

  PacedPlatform(URI api, int limit, Duration window) throws IOException {
    this.api = api;
    this.limit = limit;
    this.window = window;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + api.getPath());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!admits()) {
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      var body = exchange.getRequestBody().readAllBytes();
      count(new String(body, StandardCharsets.UTF_8));
      var request =
          HttpRequest.newBuilder(api)
              .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      var reply = client.send(request, BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.statusCode(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count(String body) {
    for (var task : JSON.readTree(body)) {
      if (task.path("taskType").asString("").equals("imageInference")) {
        submissions.merge(task.path("taskUUID").asString(""), 1, Integer::sum);
      }
    }
  }

  /** How often each task was sent. */
  synchronized Map<String, Integer> submissions() {
    return Map.copyOf(submissions);
  }

  private synchronized boolean admits() {
    var now = System.nanoTime();
    arrivals.add(now);
    while (!recent.isEmpty() && now - recent.peekFirst() >= window.toNanos()) {
      recent.removeFirst();
    }
    recent.addLast(now);
    if (recent.size() > limit) {
      refusals++;
      return false;
    }
    return true;
  }

  /** When requests came, in nanoseconds, in order. */
  synchronized List<Long> arrivals() {
    return List.copyOf(arrivals);
  }

  synchronized int refusals() {
    return refusals;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
