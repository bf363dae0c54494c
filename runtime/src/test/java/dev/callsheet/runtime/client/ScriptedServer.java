package dev.callsheet.runtime.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.client.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A real HTTP server that answers as a test tells it to, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
  /** Decides on the answer to a request. */
  @FunctionalInterface
  interface Script {
    Answer answer(Call call) throws InterruptedException;
  }

  /** A request: the how-manieth of all, and its tasks. */
  record Call(int number, Map<String, List<String>> headers, JsonNode tasks) {
    /** The same, counted otherwise. */
    Call renumbered(int other) {
      return new Call(other, headers, tasks);
    }

    JsonNode task() {
      return tasks.path(0);
    }

    boolean isPoll() {
      return task().path("taskType").asString("").equals("getResponse");
    }

    String id() {
      return task().path("taskUUID").asString();
    }

    /** The host and port that the request was sent to. */
    String host() {
      return String.join("", headers.getOrDefault("Host", List.of()));
    }

    String ack() {
      return "{\"taskType\":\"videoInference\",\"taskUUID\":\"%s\"}".formatted(id());
    }

    String processing() {
      return item("\"status\":\"processing\"");
    }

    String success(UUID media) {
      return item(
          "\"status\":\"success\",\"videoUUID\":\"%s\",\"videoURL\":\"http://127.0.0.1:1/v.mp4\""
              .formatted(media));
    }

    /** An item of this task with more fields. */
    String item(String fields) {
      return "{\"taskUUID\":\"%s\",%s}".formatted(id(), fields);
    }

    /** An error of this task. */
    String error(String code) {
      return item("\"code\":\"%s\",\"message\":\"about %s\"".formatted(code, code));
    }
  }

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else some replies take 40 ms
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1", exchange -> handle(exchange, script));
    server.start();
  }

  /** Answers requests below a path of their own by another script. */
  void serving(String path, Script script) {
    server.createContext(path, exchange -> handle(exchange, script));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  URI endpoint() {
    return uri("/v1");
  }

  List<Call> calls() {
    return calls;
  }

  List<Call> submissions() {
    return calls.stream().filter(call -> !call.isPoll()).toList();
  }

  List<Call> polls() {
    return calls.stream().filter(Call::isPoll).toList();
  }

  private void handle(HttpExchange exchange, Script script) {
    try {
      var tasks = Wire.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      Call call;
      synchronized (calls) {
        call = new Call(calls.size() + 1, Map.copyOf(exchange.getRequestHeaders()), tasks);
        if (!tasks.isMissingNode()) {
          calls.add(call);
        }
      }
      script.answer(call).send(exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
