package dev.callsheet.spec.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A server on this machine that answers as a platform does, and remembers what it was asked. */
abstract class PlatformServer implements AutoCloseable {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  static final JsonMapper JSON = JsonMapper.shared();

  /** A picture of one pixel. */
  static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** How many replies to submissions are still to be lost, after the task was taken. */
  final AtomicInteger lostReplies = new AtomicInteger();

  /** Whether the reply to a submission that was taken gets lost. */
  volatile BooleanSupplier isReplyLost =
      () -> lostReplies.getAndUpdate(n -> Math.max(0, n - 1)) > 0;

  /**
   * A request as it came.
   *
   * @param body its JSON; missing where it is something else
   * @param text its bytes, each as a character
   */
  record Call(
      String method,
      String path,
      String query,
      Map<String, List<String>> headers,
      JsonNode body,
      String text) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse("");
    }

    String line() {
      return method + " " + path;
    }
  }

  /**
   * A reply; null in place of one is a connection that ends without.
   *
   * @param body its bytes, each as a character
   */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer json(int status, String body) {
      return new Answer(
          status, Map.of("Content-Type", "application/json"), body.replace('\'', '"'));
    }

    Answer with(String header, String value) {
      var all = new HashMap<>(headers);
      all.put(header, value);
      return new Answer(status, all, body);
    }
  }

  PlatformServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  abstract @Nullable Answer answer(Call call);

  final URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What came, oldest first, by a part of its method and path. */
  final List<Call> calls(String part) {
    return calls.stream().filter(call -> call.line().contains(part)).toList();
  }

  /** A picture of one pixel, as a client may have it. */
  static byte[] pictureBytes() {
    return Base64.getDecoder().decode(PICTURE);
  }

  final Answer picture() {
    return new Answer(
        200,
        Map.of("Content-Type", "image/png"),
        new String(Base64.getDecoder().decode(PICTURE), StandardCharsets.ISO_8859_1));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var bytes = exchange.getRequestBody().readAllBytes();
      var call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestURI().getRawQuery()),
              Map.copyOf(exchange.getRequestHeaders()),
              bytes.length > 0 && bytes[0] == '{'
                  ? JSON.readTree(bytes)
                  : MissingNode.getInstance(),
              new String(bytes, StandardCharsets.ISO_8859_1));
      calls.add(call);
      var answer = answer(call);
      if (answer != null) {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var sent = answer.body().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(answer.status(), sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
